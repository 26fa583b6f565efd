// Generated from the OpenAPI document by apps/web/api-types.mjs. Do not edit.
export interface paths {
    "/api/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rehearsal_read"];
        put: operations["Rehearsal_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Health_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Health_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Jobs_queues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs/dead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Jobs_dead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Jobs_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Jobs_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Live_follow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Notices_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Notices_unread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Notices_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Notices_sent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/deliveries/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Notices_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Uploads_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Uploads_status"];
        put?: never;
        post?: never;
        delete: operations["Uploads_giveUp"];
        options?: never;
        head: operations["Uploads_offset"];
        patch: operations["Uploads_add"];
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Session_current"];
        put?: never;
        post: operations["Session_logIn"];
        delete: operations["Session_logOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["OwnAccount_editProfile"];
        trace?: never;
    };
    "/api/account/email-verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OwnAccount_askEmailVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OwnAccount_person"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["OwnAccount_editPerson"];
        trace?: never;
    };
    "/api/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OwnAccount_changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OwnAccount_listSessions"];
        put?: never;
        post?: never;
        delete: operations["OwnAccount_endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["OwnAccount_endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OwnAccount_beginSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/second-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OwnAccount_confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OwnAccount_renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/second-factor/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OwnAccount_removeSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Onboarding_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Onboarding_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Onboarding_acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Onboarding_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Onboarding_askReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-resets/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Onboarding_useReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/email-verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Onboarding_verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/links/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Onboarding_look"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Accounts_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Accounts_view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Accounts_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Accounts_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/unlocking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Accounts_unlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/second-factor-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Accounts_resetSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Accounts_newLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Accounts_give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grants/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Accounts_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grants/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Accounts_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grants/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Accounts_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/security-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Accounts_securityPolicy"];
        put: operations["Accounts_setSecurityPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/recoveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AccountRecoveries_list"];
        put?: never;
        post: operations["AccountRecoveries_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-recoveries/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AccountRecoveries_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-recoveries/{id}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AccountRecoveries_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-recoveries/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AccountRecoveries_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/recoveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AccountRecoveries_own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/recoveries/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AccountRecoveries_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/divisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Organisations_divisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/school-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Organisations_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Organisations_list"];
        put?: never;
        post: operations["Organisations_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/likely-duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Organisations_duplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Organisations_school"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Organisations_edit"];
        trace?: never;
    };
    "/api/schools/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Organisations_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Organisations_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Organisations_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["People_list"];
        put?: never;
        post: operations["People_enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/look-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["People_lookUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["People_view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["People_edit"];
        trace?: never;
    };
    "/api/people/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["People_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/claim-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["People_claimLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Imports_recent"];
        put?: never;
        post: operations["Imports_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Imports_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Imports_view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Imports_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Imports_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Imports_commit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Imports_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Contests_list"];
        put?: never;
        post: operations["Contests_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Contests_change"];
        trace?: never;
    };
    "/api/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Editions_list"];
        put?: never;
        post: operations["Editions_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Editions_view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Editions_change"];
        trace?: never;
    };
    "/api/editions/{id}/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Editions_setCalendar"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{id}/clone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Editions_clone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{id}/defaults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Editions_defaults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{id}/defaults/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Editions_confirmDefaults"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Editions_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Editions_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Editions_archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rulebook-schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rulebooks_schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{id}/rulebook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rulebooks_current"];
        put: operations["Rulebooks_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{id}/rulebook/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rulebooks_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rulebook-versions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rulebooks_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{id}/rulebook/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rulebooks_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{id}/rulebook/amendments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rulebooks_previewAmendment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{id}/rulebook/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rulebooks_amend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{id}/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Quotas_list"];
        put: operations["Quotas_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{id}/quotas/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Quotas_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Announcements_list"];
        put?: never;
        post: operations["Announcements_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/announcements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Announcements_change"];
        trace?: never;
    };
    "/api/announcements/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Announcements_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/announcements/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Announcements_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/contests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Portal_contests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/editions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Portal_edition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Portal_announcements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/announcements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Portal_announcement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Entries_list"];
        put?: never;
        post: operations["Entries_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Entries_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Entries_view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Entries_save"];
        trace?: never;
    };
    "/api/entries/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Entries_check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Entries_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Entries_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Entries_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/disqualify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Entries_disqualify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Team_addMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/members/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Team_orderMembers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Team_removeMember"];
        options?: never;
        head?: never;
        patch: operations["Team_changeMember"];
        trace?: never;
    };
    "/api/entries/{id}/coaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Team_addCoach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/coaches/{coachId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Team_removeCoach"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Team_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Materials_versions"];
        put?: never;
        post: operations["Materials_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/materials/{materialId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Materials_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/materials/{materialId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Materials_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/materials/{materialId}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Materials_thumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/materials/{materialId}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Materials_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Consents_ofEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/members/{memberId}/consent-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Consents_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/members/{memberId}/paper-consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Consents_recordPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/consents/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Consents_page"];
        put?: never;
        post: operations["Consents_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Chain_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entry-decisions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Chain_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entry-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Chain_decideAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entry-rankings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Chain_rank"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entry-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Dashboards_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboards/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Dashboards_registration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboards/not-begun": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Dashboards_notBegun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Findings_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings/scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Findings_scan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings/leaks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Findings_leaks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings/leaks/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Findings_decideLeaks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings/replacements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Findings_replace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Findings_similarities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings/similar/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Findings_similarity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings/similar/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Findings_decideSimilarity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/leaks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Findings_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/return-for-leaks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Findings_returnEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/substitutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Substitutes_list"];
        put: operations["Substitutes_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/substitutes/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Substitutes_held"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/substitute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Substitutes_ofEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/substitute-answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Substitutes_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recommendation-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Substitutes_print"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deadline-board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Office_units"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deadline-board/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Office_unitCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deadline-board/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Office_remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboards/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Office_compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entry-messages/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Office_previewMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entry-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Office_sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/list-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Office_listViews"];
        put?: never;
        post: operations["Office_keepView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/list-views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Office_dropView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity-exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["IdentityExports_list"];
        put?: never;
        post: operations["IdentityExports_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity-exports/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["IdentityExports_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity-exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["IdentityExports_collect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entry-exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ListExports_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entry-exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListExports_look"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entry-exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListExports_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waiting-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["WaitingList_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waiting-list/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["WaitingList_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waiting-list/draw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WaitingList_draw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waiting-list/{id}/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WaitingList_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/printed-forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PrintedForms_of"];
        put?: never;
        post: operations["PrintedForms_print"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/printed-forms/{number}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PrintedForms_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/scans/{materialId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["PrintedForms_nameScan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/forms/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PrintedForms_check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/clone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["EntryHanding_clone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["EntryHanding_candidates"];
        put?: never;
        post: operations["EntryHanding_handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{id}/hints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Hints_list"];
        put?: never;
        post: operations["Hints_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/editions/{editionId}/stages/{stageKey}/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Snapshots_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/editions/{editionId}/stages/{stageKey}/aggregate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Snapshots_aggregate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/snapshots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Snapshots_detail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/snapshots/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Snapshots_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/snapshots/{id}/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Snapshots_bundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/editions/{editionId}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Proposals_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Proposals_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Proposals_detail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/proposals/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Proposals_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/proposals/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Proposals_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/proposals/{id}/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Proposals_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/proposals/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Proposals_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/proposals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Proposals_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/proposals/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Proposals_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/proposals/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Proposals_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/editions/{editionId}/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Publications_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/publications/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Publications_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/publications/{id}/recomputation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Publications_recompute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/entries/{entryId}/disqualify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Publications_disqualify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Publications_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PublicResults_index"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/results/{editionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PublicResults_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/results/{editionId}/list.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PublicResults_print"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/results/{editionId}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PublicResults_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["JudgeSelf_profile"];
        put: operations["JudgeSelf_saveProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/interests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["JudgeSelf_interests"];
        put?: never;
        post: operations["JudgeSelf_declareInterest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/interests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["JudgeSelf_endInterest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/panels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["JudgeSelf_panels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/panels/{panelId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["JudgeSelf_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["JudgeDesk_queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/assignments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["JudgeDesk_entry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/assignments/{id}/materials/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["JudgeDesk_material"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/assignments/{id}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["JudgeDesk_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/assignments/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["JudgeDesk_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/assignments/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["JudgeDesk_receipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/assignments/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["JudgeDesk_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/assignments/{id}/recuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["JudgeDesk_recuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/assignments/{id}/concerns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["JudgeDesk_raise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/judges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Panels_listJudges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/judges/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Panels_saveJudge"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/panels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Panels_list"];
        put?: never;
        post: operations["Panels_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/panels/{panelId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Panels_view"];
        put: operations["Panels_change"];
        post?: never;
        delete: operations["Panels_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/panels/{panelId}/judges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Panels_seat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/panels/{panelId}/judges/{judgeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Panels_changeSeat"];
        trace?: never;
    };
    "/api/judging/panels/{panelId}/judges/{judgeId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Panels_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Assignments_issueCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/codes/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Assignments_openCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/conflicts/detect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Assignments_detect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Assignments_listConflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/assignment-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Assignments_listRuns"];
        put?: never;
        post: operations["Assignments_startRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/assignment-runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Assignments_viewRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/assignment-runs/{runId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Assignments_cancelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/assignment-runs/{runId}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Assignments_applyRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/assignment-runs/{runId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Assignments_discardRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/assignment-runs/{runId}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Assignments_explainRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/panels/{panelId}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Assignments_list"];
        put?: never;
        post: operations["Assignments_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/assignments/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Assignments_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/assignments/{id}/replace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Assignments_replace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/assignments/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Assignments_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/assignments/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Assignments_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Progress_stage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Progress_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Progress_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/panels/{panelId}/progress/judges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Progress_judges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/panels/{panelId}/progress/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Progress_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/panels/{panelId}/divergence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Progress_divergence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/panels/{panelId}/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Progress_scores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/panels/{panelId}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Progress_remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/panels/{panelId}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Progress_lock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/panels/{panelId}/absent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Progress_markAbsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/panels/{panelId}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Progress_unlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/panels/{panelId}/concerns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Progress_listConcerns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/concerns/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Progress_answerConcern"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/entries/{entryId}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Progress_released"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/entries/{entryId}/criteria": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Progress_releasedCriteria"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/conflicts/touched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Conflicts_touched"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/assignments/{id}/conflict/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Conflicts_liftTouch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/conflicts/{id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Conflicts_lift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/timetables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Interviews_list"];
        put?: never;
        post: operations["Interviews_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/call-backs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Interviews_callBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/call-backs/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Interviews_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Interviews_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/timetables/{id}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Interviews_slots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/timetables/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Interviews_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/check-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Interviews_checkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/check-ins/absent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Interviews_markAbsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/interviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Interviews_toHear"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interviews/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Interviews_own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/training": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Training_own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/training/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Training_task"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/training/{id}/materials/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Training_material"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/training/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Training_attempt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/training": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Training_view"];
        put: operations["Training_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/training/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Training_addEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/training-entries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Training_endEntry"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/training/judges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Training_judges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/training/judges/{judgeId}/waive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Training_waive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/comparisons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Comparisons_open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/panels/{panelId}/comparisons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Comparisons_ofJudge"];
        put?: never;
        post: operations["Comparisons_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/panels/{panelId}/comparisons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Comparisons_ofOffice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/discussions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Discussions_open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/panels/{panelId}/discussion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Discussions_ofJudge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/panels/{panelId}/discussion/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Discussions_say"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/panels/{panelId}/discussion/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Discussions_arrange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/panels/{panelId}/discussion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Discussions_ofOffice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Leader_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judge/questions/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Leader_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/panels/{panelId}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PaperSheets_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/assignments/{id}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PaperSheets_enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/reliability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Reliability_view"];
        put?: never;
        post: operations["Reliability_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/reliability/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Reliability_print"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Reliability_correction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/screening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Watch_view"];
        put?: never;
        post: operations["Watch_screen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Watch_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/questions/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Watch_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/editions/{editionId}/stages/{stageKey}/held-comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Watch_heldComments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judging/held-comments/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Watch_decideComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ClockView: {
            /**
             * Format: date-time
             * @description The server's clock.
             */
            now: string;
            /** @description This installation is a rehearsal with made-up data; its clock can be set. */
            rehearsal: boolean;
        };
        ClockSetting: {
            /** Format: date-time */
            now: string;
        };
        AuditRowView: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            accountId: string | null;
            accountName: string | null;
            requestId: string;
            action: string;
            subjectType: string;
            subjectId: string;
            before: {
                [key: string]: unknown;
            } | null;
            after: {
                [key: string]: unknown;
            } | null;
            reason: string | null;
            position: number;
        };
        PageOfAuditRowView: {
            rows: components["schemas"]["AuditRowView"][];
            total: number;
            page: number;
            size: number;
        };
        HealthView: {
            ok: boolean;
        };
        PartView: {
            ok: boolean;
            detail?: string;
        };
        PartsView: {
            database: components["schemas"]["PartView"];
            queue: components["schemas"]["PartView"];
            migrations: components["schemas"]["PartView"];
            storage: components["schemas"]["PartView"];
        };
        ReadyView: {
            ok: boolean;
            parts: components["schemas"]["PartsView"];
        };
        /** @enum {string} */
        QueueName: "scores" | "notices" | "documents" | "imports";
        QueueStateView: {
            queue: components["schemas"]["QueueName"];
            waiting: number;
            queued: number;
            running: number;
            retrying: number;
            dead: number;
            oldestSeconds: number;
        };
        DeadJobView: {
            /** Format: uuid */
            id: string;
            name: string;
            queue: components["schemas"]["QueueName"];
            payload: {
                [key: string]: unknown;
            };
            attempts: number;
            error: string;
            requestId: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            diedAt: string;
        };
        PageOfDeadJobView: {
            rows: components["schemas"]["DeadJobView"][];
            total: number;
            page: number;
            size: number;
        };
        /** @enum {string} */
        JobState: "waiting" | "queued" | "running" | "retrying" | "dead" | "done";
        JobStatusView: {
            /** Format: uuid */
            id: string;
            state: components["schemas"]["JobState"];
            done: number | null;
            total: number | null;
        };
        NoticeView: {
            /** Format: uuid */
            id: string;
            title: string;
            body: string;
            link: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            readAt: string | null;
        };
        PageOfNoticeView: {
            rows: components["schemas"]["NoticeView"][];
            total: number;
            page: number;
            size: number;
        };
        UnreadView: {
            unread: number;
        };
        ReadInput: {
            ids?: string[];
        };
        /** @enum {string} */
        DeliveryState: "waiting" | "sending" | "sent" | "failed" | "uncertain" | "skipped";
        DeliveryView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            channel: "email" | "sms";
            state: components["schemas"]["DeliveryState"];
            attempts: number;
            error: string | null;
            template: string | null;
            /** Format: uuid */
            accountId: string | null;
            accountName: string | null;
            /** @description It can be sent once more. */
            mayRetry: boolean;
            /** Format: date-time */
            changedAt: string;
        };
        PageOfDeliveryView: {
            rows: components["schemas"]["DeliveryView"][];
            total: number;
            page: number;
            size: number;
        };
        UploadStatusView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "open" | "finished" | "refused";
            /** Format: uuid */
            fileId: string | null;
        };
        /**
         * @description Notices and reset links go to a verified address only; none go out at all where no mail server is set up
         * @enum {string}
         */
        EmailState: "none" | "unverified" | "verified" | "mailOff";
        /** @enum {string} */
        Language: "zh" | "en";
        /** @enum {string} */
        Role: "student" | "guardian" | "coach" | "school_admin" | "county_admin" | "prefecture_admin" | "province_admin" | "secretariat" | "judge" | "supervisor" | "system_admin";
        /** @enum {string} */
        GrantState: "requested" | "active" | "refused" | "revoked";
        GrantView: {
            /** Format: uuid */
            id: string;
            role: components["schemas"]["Role"];
            state: components["schemas"]["GrantState"];
            /** Format: uuid */
            orgUnitId: string | null;
            orgUnit: string | null;
            /** Format: uuid */
            editionId: string | null;
            /** Format: uuid */
            panelId: string | null;
            decisionReason: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        SessionAccount: {
            /** Format: uuid */
            id: string;
            name: string;
            loginName: string | null;
            email: string | null;
            /** @description Notices and reset links go to a verified address only; none go out at all where no mail server is set up */
            emailState: components["schemas"]["EmailState"];
            phone: string | null;
            language: components["schemas"]["Language"];
            /** Format: uuid */
            personId: string | null;
            /** @description A code generator is enrolled */
            secondFactor: boolean;
            /** @description Nothing else is allowed until a code generator is enrolled */
            mustEnrolSecondFactor: boolean;
            /** @description Active, requested and lately refused ones */
            grants: components["schemas"]["GrantView"][];
            /** @description What the active roles allow somewhere */
            permissions: string[];
        };
        CurrentSession: {
            account: components["schemas"]["SessionAccount"] | null;
            /**
             * Format: date-time
             * @description The server's clock
             */
            now: string;
        };
        LogIn: {
            /** @description Login name, e-mail address or phone */
            login: string;
            password: string;
            /** @description Code of the generator, or a recovery code */
            code?: string;
        };
        EditProfile: {
            name?: string;
            /** Format: email */
            email?: string;
            phone?: string;
            language?: components["schemas"]["Language"];
            /** @description Needed for another e-mail address or phone */
            password?: string;
        };
        /** @enum {string} */
        PersonKind: "student" | "coach" | "guardian" | "staff";
        /** @enum {string} */
        Sex: "M" | "F";
        /** @enum {string} */
        SchoolStage: "primary" | "junior" | "senior";
        /** @enum {string} */
        IdKind: "resident" | "hk_macao" | "taiwan" | "passport";
        PersonView: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["PersonKind"];
            name: string;
            sex: components["schemas"]["Sex"] | null;
            /** Format: uuid */
            schoolId: string | null;
            school: string | null;
            stage: components["schemas"]["SchoolStage"] | null;
            grade: string | null;
            hasIdNumber: boolean;
            hasAccount: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date */
            birthDate: string | null;
            idKind: components["schemas"]["IdKind"] | null;
            /** @description First 4 and last 2 characters */
            idMasked: string | null;
            idChecked: boolean;
            phone: string | null;
            email: string | null;
            title: string | null;
        };
        EditOwnPerson: {
            phone?: string;
            /** Format: email */
            email?: string;
            grade?: string;
            title?: string;
        };
        ChangePassword: {
            current: string;
            next: string;
        };
        OwnSession: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** Format: date-time */
            expiresAt: string;
            ip: string | null;
            userAgent: string | null;
            current: boolean;
        };
        EnrolmentView: {
            /** @description For typing it by hand */
            secret: string;
            /** @description otpauth address for the QR code */
            uri: string;
        };
        CodeOnly: {
            code: string;
        };
        RecoveryCodes: {
            /** @description Shown this once */
            codes: string[];
        };
        PasswordOnly: {
            password: string;
        };
        /** @enum {string} */
        RegisteringRole: "student" | "coach" | "school_admin";
        PersonFacts: {
            name: string;
            sex?: components["schemas"]["Sex"];
            /** Format: date */
            birthDate?: string;
            /** @description resident when not said */
            idKind?: components["schemas"]["IdKind"];
            /** @description Kept sealed; never answered, only its mask */
            idNumber?: string;
            stage?: components["schemas"]["SchoolStage"];
            grade?: string;
            phone?: string;
            /** Format: email */
            email?: string;
            /** @description Professional title of a coach */
            title?: string;
        };
        /** @enum {string} */
        SchoolType: "ordinary" | "vocational" | "special" | "international" | "out_of_school" | "teaching_research";
        ProposeSchool: {
            /** Format: uuid */
            countyId: string;
            name: string;
            code?: string;
            schoolType: components["schemas"]["SchoolType"];
            /** @description primary, junior, senior */
            stages: string[];
            /** @description Somebody has looked at the likely duplicates and it is another school */
            notADuplicate?: boolean;
        };
        SelfRegistration: {
            role: components["schemas"]["RegisteringRole"];
            person: components["schemas"]["PersonFacts"];
            /** Format: uuid */
            schoolId?: string;
            newSchool?: components["schemas"]["ProposeSchool"];
            loginName?: string;
            password: string;
        };
        Registered: {
            /** Format: uuid */
            accountId: string;
            state: components["schemas"]["GrantState"];
        };
        Invite: {
            name: string;
            /** Format: email */
            email?: string;
            phone?: string;
            loginName?: string;
            role: components["schemas"]["Role"];
            /** Format: uuid */
            orgUnitId?: string;
            /** Format: uuid */
            editionId?: string;
            /** Format: uuid */
            panelId?: string;
        };
        Invited: {
            /** Format: uuid */
            accountId: string;
            /** @description The link to hand over. It is shown this once */
            url: string;
            /** Format: date-time */
            expiresAt: string;
        };
        AcceptInvitation: {
            token: string;
            loginName?: string;
            password: string;
        };
        ClaimPerson: {
            token: string;
            loginName?: string;
            /** Format: email */
            email?: string;
            phone?: string;
            /** @description Not needed when one is logged in */
            password?: string;
        };
        Claimed: {
            /** Format: uuid */
            accountId: string;
            /** Format: uuid */
            personId: string;
        };
        AskReset: {
            login: string;
        };
        UseReset: {
            token: string;
            password: string;
        };
        UseLink: {
            token: string;
        };
        /** @enum {string} */
        LinkPurpose: "invitation" | "password_reset" | "claim" | "email_verification";
        LookAtLink: {
            purpose: components["schemas"]["LinkPurpose"];
            token: string;
        };
        LinkFacts: {
            /** @description Masked name of whom it is for */
            name: string;
            /** @description Login name, where there is one */
            loginName: string | null;
            school: string | null;
            /** Format: date-time */
            expiresAt: string;
        };
        /** @enum {string} */
        AccountState: "active" | "disabled" | "invited";
        AccountRowView: {
            /** Format: uuid */
            id: string;
            name: string;
            loginName: string | null;
            /** @description Masked */
            email: string | null;
            /** @description Masked */
            phone: string | null;
            status: components["schemas"]["AccountState"];
            secondFactor: boolean;
            /** @description In use and with rights over others: a new password or second factor takes a recovery */
            recoveryNeeded: boolean;
            /** Format: uuid */
            personId: string | null;
            grants: components["schemas"]["GrantView"][];
            /** Format: date-time */
            createdAt: string;
        };
        PageOfAccountRowView: {
            rows: components["schemas"]["AccountRowView"][];
            total: number;
            page: number;
            size: number;
        };
        Reason: {
            reason: string;
        };
        LinkView: {
            url: string;
            /** Format: date-time */
            expiresAt: string;
        };
        GiveGrant: {
            /** Format: uuid */
            accountId: string;
            role: components["schemas"]["Role"];
            /** Format: uuid */
            orgUnitId?: string;
            /** Format: uuid */
            editionId?: string;
            /** Format: uuid */
            panelId?: string;
        };
        Created: {
            /** Format: uuid */
            id: string;
        };
        SecurityPolicyView: {
            requireSecondFactor: boolean;
            /** @description An administrator set it; otherwise it follows the installation */
            decided: boolean;
            /** @description Whom it concerns */
            roles: string[];
            /** @description Accounts in use that hold one of these roles */
            accounts: number;
            /** @description Those of them without a second factor */
            withoutSecondFactor: number;
            /** @description Hours after which a recovery needs no second administrator; null: it always does */
            recoveryWaitHours: number | null;
        };
        EditSecurityPolicy: {
            requireSecondFactor: boolean;
            recoveryWaitHours?: number | null;
        };
        /** @enum {string} */
        RecoveryKind: "password" | "second_factor";
        /** @enum {string} */
        RecoveryState: "waiting" | "ready" | "done" | "ended";
        RecoveryView: {
            /** Format: uuid */
            id: string;
            what: components["schemas"]["RecoveryKind"];
            reason: string;
            askedBy: string;
            /** Format: date-time */
            askedAt: string;
            /**
             * Format: date-time
             * @description From then on a second administrator is not needed; null: always needed.
             */
            readyAt: string | null;
            approvedBy: string | null;
            state: components["schemas"]["RecoveryState"];
            /** Format: date-time */
            closedAt: string | null;
            /** @description The caller may approve it now. */
            mayApprove: boolean;
        };
        AskRecovery: {
            what: components["schemas"]["RecoveryKind"];
            reason: string;
        };
        RecoveryOutcome: {
            /** @description For a new password: the link to hand over. It is shown this once. */
            url: string | null;
            /** Format: date-time */
            expiresAt: string | null;
        };
        /** @enum {string} */
        OrgKind: "province" | "prefecture" | "county" | "school";
        DivisionView: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["OrgKind"];
            code: string;
            name: string;
            /** Format: uuid */
            parentId: string | null;
        };
        SchoolChoice: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description primary, junior, senior */
            stages: string[];
        };
        /** @enum {string} */
        OrgStatus: "active" | "proposed" | "rejected" | "merged";
        SchoolView: {
            /** Format: uuid */
            id: string;
            code: string | null;
            name: string;
            schoolType: components["schemas"]["SchoolType"];
            stages: string[];
            status: components["schemas"]["OrgStatus"];
            /** Format: uuid */
            countyId: string;
            county: string;
            /** Format: uuid */
            prefectureId: string;
            prefecture: string;
            /** Format: uuid */
            mergedIntoId: string | null;
            decisionReason: string | null;
            people: number;
        };
        PageOfSchoolView: {
            rows: components["schemas"]["SchoolView"][];
            total: number;
            page: number;
            size: number;
        };
        LikelyDuplicate: {
            /** Format: uuid */
            id: string;
            name: string;
            county: string;
            status: components["schemas"]["OrgStatus"];
            /** @description 0 to 1 */
            similarity: number;
        };
        CreatedWithStatus: {
            /** Format: uuid */
            id: string;
            status: string;
        };
        EditSchool: {
            name?: string;
            code?: string;
            schoolType?: components["schemas"]["SchoolType"];
            stages?: string[];
        };
        MergeSchool: {
            /** Format: uuid */
            intoId: string;
            reason: string;
        };
        MovedRows: {
            table: string;
            rows: number;
        };
        MergeOutcome: {
            /** Format: uuid */
            intoId: string;
            moved: components["schemas"]["MovedRows"][];
        };
        PersonRow: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["PersonKind"];
            name: string;
            sex: components["schemas"]["Sex"] | null;
            /** Format: uuid */
            schoolId: string | null;
            school: string | null;
            stage: components["schemas"]["SchoolStage"] | null;
            grade: string | null;
            hasIdNumber: boolean;
            hasAccount: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        PageOfPersonRow: {
            rows: components["schemas"]["PersonRow"][];
            total: number;
            page: number;
            size: number;
        };
        /** @enum {string} */
        EnteredKind: "student" | "coach";
        AddPerson: {
            name: string;
            sex?: components["schemas"]["Sex"];
            /** Format: date */
            birthDate?: string;
            /** @description resident when not said */
            idKind?: components["schemas"]["IdKind"];
            /** @description Kept sealed; never answered, only its mask */
            idNumber?: string;
            stage?: components["schemas"]["SchoolStage"];
            grade?: string;
            phone?: string;
            /** Format: email */
            email?: string;
            /** @description Professional title of a coach */
            title?: string;
            kind: components["schemas"]["EnteredKind"];
            /** Format: uuid */
            schoolId: string;
        };
        LookUpPerson: {
            idKind?: components["schemas"]["IdKind"];
            idNumber: string;
        };
        EditPerson: {
            name?: string;
            sex?: components["schemas"]["Sex"];
            /** Format: date */
            birthDate?: string;
            idKind?: components["schemas"]["IdKind"];
            idNumber?: string;
            stage?: components["schemas"]["SchoolStage"];
            grade?: string;
            phone?: string;
            /** Format: email */
            email?: string;
            title?: string;
        };
        MovePerson: {
            /** Format: uuid */
            schoolId: string;
            reason: string;
        };
        ImportRunView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "schools" | "entries" | "ranking" | "scores";
            target: {
                [key: string]: unknown;
            };
            fileName: string;
            /** @enum {string} */
            state: "checking" | "checked" | "unreadable" | "committing" | "committed" | "discarded";
            /**
             * Format: uuid
             * @description Job whose progress can be followed.
             */
            jobId: string | null;
            /** @description Why the file could not be read. */
            failure: string | null;
            /** @description What is worth knowing about how the file was read. */
            notes: string[];
            /** @description Rows by outcome. */
            counts: {
                [key: string]: unknown;
            };
            rows: number;
            /** @description The same file was taken over before; doing it again changes nothing that is unchanged. */
            sentBefore: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            checkedAt: string | null;
            /** Format: date-time */
            committedAt: string | null;
        };
        BeginImport: {
            /** @enum {string} */
            kind: "schools" | "entries" | "ranking" | "scores";
            /**
             * Format: uuid
             * @description Of entries and scores: the edition.
             */
            editionId?: string;
            /** @description Of entries: the type in the rulebook. */
            type?: string;
            /**
             * Format: uuid
             * @description Of entries: the school, where the caller has several.
             */
            schoolId?: string;
            /**
             * Format: uuid
             * @description Of a ranking: the unit that ranks.
             */
            unitId?: string;
            /**
             * @description Of a ranking: its level.
             * @enum {string}
             */
            level?: "school" | "county" | "prefecture";
            /** @description Of scores: the stage in the rulebook whose scores come from elsewhere. */
            stageKey?: string;
            /**
             * Format: uuid
             * @description File finished at /api/uploads with the purpose `import`.
             */
            fileId: string;
        };
        RemarkView: {
            /** @description Head of the column; null: the row as a whole. */
            column: string | null;
            code: string;
            message: string;
        };
        ImportRowView: {
            number: number;
            title: string;
            /** @enum {string} */
            outcome: "add" | "change" | "same" | "problem" | "added" | "changed" | "kept" | "failed";
            problems: components["schemas"]["RemarkView"][];
            hints: components["schemas"]["RemarkView"][];
            /** Format: uuid */
            resultId: string | null;
        };
        PageOfImportRowView: {
            rows: components["schemas"]["ImportRowView"][];
            total: number;
            page: number;
            size: number;
        };
        ContestView: {
            /** Format: uuid */
            id: string;
            code: string;
            /** @enum {string} */
            family: "innovation" | "robotics" | "olympiad";
            name: string;
            nameEn: string;
            organiser: string;
            summary: string;
        };
        ContestInput: {
            code: string;
            /** @enum {string} */
            family: "innovation" | "robotics" | "olympiad";
            name: string;
            nameEn: string;
            organiser?: string;
            summary?: string;
        };
        ContestChange: {
            name?: string;
            nameEn?: string;
            organiser?: string;
            summary?: string;
        };
        StageView: {
            key: string;
            label: string;
            /** @enum {string} */
            kind: "submission" | "recommendation" | "check" | "review" | "notice";
            /** Format: date-time */
            opensAt: string;
            /** Format: date-time */
            closesAt: string;
            /** @enum {string} */
            status: "coming" | "running" | "over";
        };
        EditionView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            contestId: string;
            contestName: string;
            /** @enum {string} */
            family: "innovation" | "robotics" | "olympiad";
            number: number;
            year: number;
            name: string;
            nameEn: string;
            /** @enum {string} */
            state: "preparing" | "open" | "closed" | "archived";
            version: number;
            /** Format: uuid */
            rulebookVersionId: string | null;
            rulebookNumber: number | null;
            rulebookSha256: string | null;
            rulebookFrozen: boolean;
            /** Format: date-time */
            defaultsConfirmedAt: string | null;
            /** @description The confirmed defaults are those in effect now. */
            defaultsConfirmed: boolean;
            /** Format: date-time */
            openedAt: string | null;
            /**
             * Format: date-time
             * @description The server's clock.
             */
            now: string;
            /** @description Key of the stage that runs now. */
            stageNow: string | null;
            stages: components["schemas"]["StageView"][];
        };
        PageOfEditionView: {
            rows: components["schemas"]["EditionView"][];
            total: number;
            page: number;
            size: number;
        };
        EditionInput: {
            /** Format: uuid */
            contestId: string;
            number: number;
            year: number;
            name: string;
            nameEn?: string;
        };
        EditionChange: {
            version: number;
            name?: string;
            nameEn?: string;
            year?: number;
        };
        StageInput: {
            key: string;
            /** Format: date-time */
            opensAt: string;
            /** Format: date-time */
            closesAt: string;
        };
        CalendarInput: {
            version: number;
            stages: components["schemas"]["StageInput"][];
        };
        CloneInput: {
            number: number;
            year: number;
            name: string;
            nameEn?: string;
            quotas?: boolean;
        };
        DefaultView: {
            pointer: string;
            label: string;
            reason: string;
            /** @description { "value": … } as it stands in the rulebook. */
            holds: {
                [key: string]: unknown;
            };
        };
        DefaultsView: {
            sha256: string;
            confirmed: boolean;
            /** Format: date-time */
            confirmedAt: string | null;
            defaults: components["schemas"]["DefaultView"][];
        };
        DefaultsConfirmation: {
            sha256: string;
        };
        RulebookView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            editionId: string;
            number: number;
            revision: number;
            sha256: string;
            reason: string;
            /** Format: date-time */
            frozenAt: string | null;
            /** Format: date-time */
            createdAt: string;
            document: {
                [key: string]: unknown;
            };
        };
        RulebookVersionRow: {
            /** Format: uuid */
            id: string;
            number: number;
            sha256: string;
            reason: string;
            frozen: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        RulebookDocument: {
            document: {
                [key: string]: unknown;
            };
        };
        RulebookProblem: {
            code: string;
            /** @description JSON pointer into the document. */
            path: string;
            message: string;
        };
        RulebookCheck: {
            valid: boolean;
            problems: components["schemas"]["RulebookProblem"][];
        };
        RulebookSave: {
            document: {
                [key: string]: unknown;
            };
            /** @description Revision that was read; another save in between is refused. 0 for the first save. */
            revision: number;
        };
        AffectedRows: {
            /** @description What is affected: entries, scoreSheets, results … */
            what: string;
            label: string;
            count: number;
            examples: string[];
        };
        AmendmentPreview: {
            valid: boolean;
            problems: components["schemas"]["RulebookProblem"][];
            /** @description JSON pointers of the changed values. */
            changed: string[];
            /** @description Keys of the stages whose results must be computed again. */
            stages: string[];
            affected: components["schemas"]["AffectedRows"][];
        };
        RulebookAmendment: {
            document: {
                [key: string]: unknown;
            };
            reason: string;
        };
        QuotaView: {
            /** @enum {string} */
            level: "school" | "county" | "prefecture" | "province";
            /** Format: uuid */
            unitId: string;
            unitCode: string;
            unitName: string;
            entryType: string;
            /** @description null: no limit set. */
            places: number | null;
            used: number;
            left: number | null;
        };
        QuotaInput: {
            /** @enum {string} */
            level: "school" | "county" | "prefecture" | "province";
            /** Format: uuid */
            unitId: string;
            /** @description Key of an entry type, a type in one of its groups (project/primary), or * for all types together. */
            entryType: string;
            places: number;
        };
        QuotasInput: {
            quotas: components["schemas"]["QuotaInput"][];
            /** @description What the places of each level and type that is set here must add up to, with those of the units below the same unit that stay as they are. */
            total?: number;
            /** @description Least places of every unit that is set here. */
            base?: number;
        };
        QuotaShareInput: {
            /** Format: uuid */
            unitId: string;
            /** @description For example last year's entries of the unit. */
            weight: number;
        };
        QuotaProposalInput: {
            total: number;
            /** @description Places every unit gets first. */
            base?: number;
            shares: components["schemas"]["QuotaShareInput"][];
        };
        QuotaProposalRow: {
            /** Format: uuid */
            unitId: string;
            unitName: string;
            places: number;
        };
        AnnouncementView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            editionId: string | null;
            editionName: string | null;
            title: string;
            body: string;
            pinned: boolean;
            /** @enum {string} */
            state: "draft" | "published" | "withdrawn";
            version: number;
            /** Format: date-time */
            publishedAt: string | null;
        };
        PageOfAnnouncementView: {
            rows: components["schemas"]["AnnouncementView"][];
            total: number;
            page: number;
            size: number;
        };
        AnnouncementInput: {
            /** Format: uuid */
            editionId?: string | null;
            title: string;
            body: string;
            pinned?: boolean;
        };
        AnnouncementChange: {
            version: number;
            title?: string;
            body?: string;
            pinned?: boolean;
        };
        PublicGroup: {
            key: string;
            label: string;
            schoolStages: string[];
        };
        PublicType: {
            key: string;
            label: string;
            hint?: string;
            groups: string[];
            /** @enum {string} */
            entrant: "students" | "teacher";
        };
        PublicEdition: {
            /** Format: uuid */
            id: string;
            number: number;
            year: number;
            name: string;
            /** @enum {string} */
            state: "preparing" | "open" | "closed" | "archived";
            stageNow: string | null;
            stages: components["schemas"]["StageView"][];
            groups: components["schemas"]["PublicGroup"][];
            types: components["schemas"]["PublicType"][];
            disclaimer: string;
            approvalNumber: string | null;
        };
        PublicContest: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            family: "innovation" | "robotics" | "olympiad";
            name: string;
            organiser: string;
            summary: string;
            /** @description Newest first; the ones in preparation are left out. */
            editions: components["schemas"]["PublicEdition"][];
        };
        EntryRow: {
            /** Format: uuid */
            id: string;
            entryNo: string | null;
            type: string;
            groupKey: string | null;
            discipline: string | null;
            title: string;
            /** @enum {string} */
            state: "draft" | "submitted" | "school_approved" | "county_recommended" | "prefecture_recommended" | "eligible" | "in_review" | "finalist" | "final_scored" | "awarded" | "in_notice" | "confirmed" | "returned" | "not_recommended" | "ineligible" | "not_shortlisted" | "absent" | "disqualified" | "withdrawn" | "waiting";
            members: string[];
            /** Format: uuid */
            schoolId: string;
            schoolName: string;
            /** Format: uuid */
            countyId: string;
            countyName: string;
            /** Format: uuid */
            prefectureId: string;
            prefectureName: string;
            schoolRank: number | null;
            countyRank: number | null;
            prefectureRank: number | null;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            submittedAt: string | null;
        };
        PageOfEntryRow: {
            rows: components["schemas"]["EntryRow"][];
            total: number;
            page: number;
            size: number;
        };
        OwnEntryRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            editionId: string;
            editionName: string;
            type: string;
            title: string;
            /** @enum {string} */
            state: "draft" | "submitted" | "school_approved" | "county_recommended" | "prefecture_recommended" | "eligible" | "in_review" | "finalist" | "final_scored" | "awarded" | "in_notice" | "confirmed" | "returned" | "not_recommended" | "ineligible" | "not_shortlisted" | "absent" | "disqualified" | "withdrawn" | "waiting";
            schoolName: string;
            members: string[];
            returnReason: string | null;
            /** Format: date-time */
            fixBy: string | null;
            /**
             * Format: date-time
             * @description A place is offered to the entry; its makers can answer until then.
             */
            answerBy: string | null;
            /** Format: date-time */
            updatedAt: string;
        };
        NewEntry: {
            /** Format: uuid */
            editionId: string;
            type: string;
            /**
             * Format: uuid
             * @description School the entry is made for; needed only where the caller's roles name several.
             */
            schoolId?: string;
            /** @description Made by the page; the same key sent twice gives the same draft. */
            requestKey?: string;
        };
        MemberView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            personId: string;
            position: number;
            name: string;
            /** @enum {string|null} */
            sex: "M" | "F" | null;
            /** Format: date */
            birthDate: string | null;
            /** @description An identity number is recorded. */
            hasIdentity: boolean;
            /** Format: uuid */
            schoolId: string | null;
            schoolName: string | null;
            /** @enum {string|null} */
            schoolStage: "primary" | "junior" | "senior" | null;
            grade: string | null;
            share: string;
            consentRequired: boolean;
            /** @enum {string} */
            consent: "notNeeded" | "missing" | "requested" | "granted" | "refused" | "withdrawn";
            signed: boolean;
        };
        CoachView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            personId: string;
            position: number;
            name: string;
            schoolName: string | null;
            post: string | null;
            signed: boolean;
        };
        MaterialView: {
            /** Format: uuid */
            id: string;
            slot: string;
            number: number;
            name: string;
            kind: string;
            sizeBytes: number;
            sha256: string;
            pages: number | null;
            width: number | null;
            height: number | null;
            /** @description Dots per inch, where the picture states them. */
            dpi: number | null;
            seconds: number | null;
            /** Format: date-time */
            addedAt: string;
            addedBy: string;
            /** Format: date-time */
            endedAt: string | null;
            endedBy: string | null;
            /**
             * @description Whether /thumbnail and /preview have a picture.
             * @enum {string}
             */
            preview: "waiting" | "ready" | "none";
        };
        DeadlineView: {
            stage: string;
            /** Format: date-time */
            opensAt: string;
            /** Format: date-time */
            closesAt: string;
            /**
             * Format: date-time
             * @description The server's clock.
             */
            now: string;
            /**
             * Format: date-time
             * @description Until when files still arrive whose upload began before the end; null without a grace.
             */
            uploadsUntil: string | null;
        };
        EntryView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            editionId: string;
            editionName: string;
            type: string;
            groupKey: string | null;
            discipline: string | null;
            classKey: string | null;
            title: string;
            form: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            state: "draft" | "submitted" | "school_approved" | "county_recommended" | "prefecture_recommended" | "eligible" | "in_review" | "finalist" | "final_scored" | "awarded" | "in_notice" | "confirmed" | "returned" | "not_recommended" | "ineligible" | "not_shortlisted" | "absent" | "disqualified" | "withdrawn" | "waiting";
            version: number;
            /** Format: uuid */
            schoolId: string;
            schoolName: string;
            /** Format: uuid */
            countyId: string;
            countyName: string;
            /** Format: uuid */
            prefectureId: string;
            prefectureName: string;
            entryNo: string | null;
            authorisationNo: string | null;
            contentSha256: string | null;
            returnReason: string | null;
            /** Format: date-time */
            fixBy: string | null;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            submittedAt: string | null;
            members: components["schemas"]["MemberView"][];
            coaches: components["schemas"]["CoachView"][];
            materials: components["schemas"]["MaterialView"][];
            /** @description What the caller may do now: edit submit withdraw approve recommend return decline checkEligibility disqualify. */
            may: string[];
            deadline: components["schemas"]["DeadlineView"] | null;
        };
        EntryParts: {
            title?: string;
            groupKey?: string | null;
            discipline?: string | null;
            classKey?: string | null;
            /** @description Only the fields that change; null empties a field. */
            form?: {
                [key: string]: unknown;
            };
        };
        SaveEntry: {
            /** @description Version the page last saw. A part that somebody else changed since is refused with both values. */
            version: number;
            parts: components["schemas"]["EntryParts"];
        };
        ProblemView: {
            code: string;
            path?: string;
            params?: {
                [key: string]: unknown;
            };
            message: string;
            /** @description Step from which on it must be right: submit · school · county; look: for a human to look at. */
            neededFor: string;
        };
        CapacityView: {
            /** @description No place is left, or those who wait come first. */
            full: boolean;
            /** @description Free places under the narrowest limit of this entry; null: no limit fits it. */
            left: number | null;
            /** @description Handing in now joins the waiting list. */
            waitingList: boolean;
            /** @description How many wait already. */
            waiting: number;
        };
        EntryCheckView: {
            /** @description Nothing stands in the way of submitting. */
            ready: boolean;
            problems: components["schemas"]["ProblemView"][];
            /** @description For those who decide: people and works that look like others on record. */
            toLookAt: components["schemas"]["ProblemView"][];
            deadline: components["schemas"]["DeadlineView"] | null;
            /** @description Places of the edition, as long as the entry is not handed in; null: no limit. */
            capacity: components["schemas"]["CapacityView"] | null;
        };
        DecisionView: {
            action: string;
            fromState: string;
            toState: string;
            level: string | null;
            /** @description Name of the official; hidden from students and coaches. */
            decidedBy: string | null;
            reason: string;
            /** Format: date-time */
            fixBy: string | null;
            checked: string[];
            /** Format: date-time */
            decidedAt: string;
        };
        Submission: {
            version: number;
            /** @description Agrees to wait in the list where no place is left; otherwise the entry is refused then. */
            joinWaitingList?: boolean;
        };
        Withdrawal: {
            version: number;
            reason: string;
        };
        Disqualification: {
            reason: string;
        };
        MemberInput: {
            /** Format: uuid */
            personId?: string;
            name?: string;
            /** @enum {string} */
            sex?: "M" | "F";
            /** Format: date */
            birthDate?: string;
            /** @enum {string} */
            idKind?: "resident" | "hk_macao" | "taiwan" | "passport";
            idNumber?: string;
            /**
             * Format: uuid
             * @description Default: the school of the entry.
             */
            schoolId?: string;
            /** @enum {string} */
            schoolStage?: "primary" | "junior" | "senior";
            grade?: string;
            guardianPhone?: string;
            share?: string;
        };
        OrderInput: {
            /** @description Member ids, first author first. */
            memberIds: string[];
        };
        MemberChange: {
            share: string;
        };
        CoachInput: {
            /** Format: uuid */
            personId?: string;
            name?: string;
            /** Format: uuid */
            schoolId?: string;
            post?: string;
            phone?: string;
        };
        SignatureInput: {
            /** Format: uuid */
            personId: string;
            /** @enum {string} */
            signedAs: "member" | "coach";
            /**
             * @description account: the person signs with the own account · paper: recorded from the signed sheet.
             * @enum {string}
             */
            method: "account" | "paper";
            textVersion: string;
        };
        MaterialInput: {
            slot: string;
            /**
             * Format: uuid
             * @description File finished at /api/uploads.
             */
            fileId: string;
        };
        ConsentRecord: {
            member: string;
            /** @enum {string} */
            event: "requested" | "granted" | "refused" | "withdrawn";
            textVersion: string;
            /** @enum {string} */
            channel: "link" | "paper";
            /** @description Told to the units that decide about the entry, not to its makers. */
            guardianName: string | null;
            /** @enum {string|null} */
            relation: "father" | "mother" | "guardian" | null;
            reason: string;
            /** @description Who asked, or who keeps the paper. */
            recordedBy: string | null;
            /** Format: date-time */
            at: string;
            /**
             * Format: date-time
             * @description Of a link: until when it can be answered.
             */
            expiresAt: string | null;
        };
        ConsentLink: {
            /** @description Address for the guardian; shown once. */
            link: string;
            /** Format: date-time */
            expiresAt: string;
        };
        PaperConsent: {
            guardianName: string;
            /** @enum {string} */
            relation: "father" | "mother" | "guardian";
            /** @enum {string} */
            decision: "granted" | "refused" | "withdrawn";
            reason?: string;
        };
        ConsentText: {
            version: string;
            purpose: string;
            method?: string;
            scope: string;
            storage: string;
            safety?: string;
            refusal: string;
            rights: string;
            contact: string;
        };
        ConsentPage: {
            studentName: string;
            schoolName: string;
            contestName: string;
            title: string;
            /** @enum {string} */
            state: "open" | "granted" | "refused" | "withdrawn" | "over";
            text: components["schemas"]["ConsentText"];
            /** Format: date-time */
            expiresAt: string;
            /**
             * Format: date-time
             * @description When the decision that counts was recorded.
             */
            decidedAt: string | null;
            /** @description Names the record of that decision. */
            receipt: string | null;
        };
        ConsentDecision: {
            /** @enum {string} */
            decision: "granted" | "refused" | "withdrawn";
            guardianName: string;
            /** @enum {string} */
            relation: "father" | "mother" | "guardian";
            textVersion: string;
            reason?: string;
        };
        Decision: {
            /** @enum {string} */
            action: "approve" | "recommend" | "return" | "decline" | "declareEligible" | "declareIneligible";
            version: number;
            /** @description Needed to return, to decline and to declare ineligible. */
            reason?: string;
            /**
             * Format: date-time
             * @description Of a return: until when it can be put right.
             */
            fixBy?: string;
            /** @description Keys of the check list that were ticked. */
            checked?: string[];
        };
        BatchDecision: {
            /** Format: uuid */
            editionId: string;
            /** @enum {string} */
            action: "approve" | "recommend" | "return" | "decline" | "declareEligible" | "declareIneligible";
            entryIds: string[];
            reason?: string;
            /** Format: date-time */
            fixBy?: string;
            checked?: string[];
            /** @description Takes the step for those that can take it, as far as places go in the given order; the others stay and are told with their reason. Default: all or none. */
            onlyPossible?: boolean;
        };
        BatchRow: {
            /** Format: uuid */
            entryId: string;
            title: string;
            /** @enum {string} */
            fromState: "draft" | "submitted" | "school_approved" | "county_recommended" | "prefecture_recommended" | "eligible" | "in_review" | "finalist" | "final_scored" | "awarded" | "in_notice" | "confirmed" | "returned" | "not_recommended" | "ineligible" | "not_shortlisted" | "absent" | "disqualified" | "withdrawn" | "waiting";
            /** @enum {string|null} */
            toState: "draft" | "submitted" | "school_approved" | "county_recommended" | "prefecture_recommended" | "eligible" | "in_review" | "finalist" | "final_scored" | "awarded" | "in_notice" | "confirmed" | "returned" | "not_recommended" | "ineligible" | "not_shortlisted" | "absent" | "disqualified" | "withdrawn" | "waiting" | null;
            possible: boolean;
            /** @description Code of what stands in the way. */
            code: string | null;
            message: string | null;
        };
        PlacesView: {
            level: string;
            /** Format: uuid */
            unitId: string;
            unitName: string;
            /** @description Entry type, a type in one group (project/primary), or * for all together. */
            entryType: string;
            /** @description What the places are for, in the reader's language. */
            kind: string;
            places: number | null;
            used: number;
            /** @description Places the batch would take. */
            wanted: number;
        };
        BatchPreview: {
            possible: number;
            refused: number;
            rows: components["schemas"]["BatchRow"][];
            places: components["schemas"]["PlacesView"][];
            /** @description People who will be told. */
            notices: number;
        };
        BatchResult: {
            done: number;
            rows: components["schemas"]["BatchRow"][];
        };
        Ranking: {
            /** Format: uuid */
            editionId: string;
            /** @enum {string} */
            level: "school" | "county" | "prefecture" | "province";
            /** Format: uuid */
            unitId: string;
            type: string;
            /** @description All entries that the unit ranks, best first. */
            entryIds: string[];
        };
        RankingResult: {
            ranked: number;
        };
        StateCounts: {
            /** @description Number of entries by state, inside the scope of the caller. */
            counts: {
                [key: string]: unknown;
            };
            total: number;
        };
        CountBy: {
            key: string;
            label: string;
            count: number;
        };
        UnitCount: {
            /** Format: uuid */
            unitId: string;
            name: string;
            entries: number;
            submitted: number;
            recommended: number;
            places: number | null;
            used: number;
        };
        DayCount: {
            /** Format: date */
            day: string;
            created: number;
            submitted: number;
            recommended: number;
        };
        Dashboard: {
            total: number;
            byState: components["schemas"]["CountBy"][];
            byType: components["schemas"]["CountBy"][];
            byGroup: components["schemas"]["CountBy"][];
            byUnit: components["schemas"]["UnitCount"][];
            byDay: components["schemas"]["DayCount"][];
            /** @description Entries that wait for the caller. */
            waiting: number;
        };
        UnitNotBegun: {
            /** Format: uuid */
            unitId: string;
            kind: string;
            name: string;
            parentName: string | null;
        };
        FindingsSummary: {
            /** @description Entries at the province. */
            entries: number;
            scanned: number;
            /**
             * @description Which undecided findings keep the blind review from beginning.
             * @enum {string}
             */
            blocks: "none" | "high" | "all";
            /** @description Entries that keep it from beginning now. */
            blocking: number;
            openHigh: number;
            openMedium: number;
            openLow: number;
            /** @description Confirmed, not yet put right. */
            confirmed: number;
            similarOpen: number;
        };
        ScanQuery: {
            /** Format: uuid */
            editionId: string;
        };
        ScanOrdered: {
            /**
             * Format: uuid
             * @description Progress at /api/jobs/{id}.
             */
            jobId: string;
        };
        PassageView: {
            before: string;
            match: string;
            after: string;
        };
        LeakFindingRow: {
            /**
             * @description fact: what a file says about itself.
             * @enum {string}
             */
            source: "title" | "form" | "fileName" | "fact" | "text";
            /** Format: uuid */
            materialId: string | null;
            /** @description Key of the form's field, or name of the file's fact. */
            field: string;
            page: number | null;
            /** @enum {string} */
            kind: "member" | "coach" | "guardian" | "school" | "otherSchool" | "place" | "word" | "phone" | "email" | "identity" | "studentNumber" | "account";
            /** @enum {string} */
            severity: "high" | "medium" | "low";
            word: string;
            occurrences: number;
            passages: components["schemas"]["PassageView"][];
            /** @description Blind copies leave it out by themselves. */
            scrubbed: boolean;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            entryId: string;
            entryNo: string | null;
            title: string;
            /** @enum {string} */
            entryState: "draft" | "submitted" | "school_approved" | "county_recommended" | "prefecture_recommended" | "eligible" | "in_review" | "finalist" | "final_scored" | "awarded" | "in_notice" | "confirmed" | "returned" | "not_recommended" | "ineligible" | "not_shortlisted" | "absent" | "disqualified" | "withdrawn" | "waiting";
            entryVersion: number;
            fileName: string | null;
            slot: string | null;
            /** @enum {string} */
            state: "open" | "leak" | "notLeak" | "gone";
            reason: string;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            /** Format: date-time */
            foundAt: string;
        };
        PageOfLeakFindingRow: {
            rows: components["schemas"]["LeakFindingRow"][];
            total: number;
            page: number;
            size: number;
        };
        LeakDecision: {
            ids: string[];
            /** @enum {string} */
            decision: "leak" | "notLeak";
            reason: string;
        };
        DecidedCount: {
            decided: number;
        };
        BlindReplacementInput: {
            /** Format: uuid */
            materialId: string;
            /**
             * Format: uuid
             * @description File finished at /api/uploads for the purpose blindCopy.
             */
            fileId: string;
            reason: string;
        };
        ComparedWork: {
            /** Format: uuid */
            id: string;
            entryNo: string | null;
            title: string;
            editionName: string;
            year: number;
            schoolName: string;
            /** @enum {string} */
            state: "draft" | "submitted" | "school_approved" | "county_recommended" | "prefecture_recommended" | "eligible" | "in_review" | "finalist" | "final_scored" | "awarded" | "in_notice" | "confirmed" | "returned" | "not_recommended" | "ineligible" | "not_shortlisted" | "absent" | "disqualified" | "withdrawn" | "waiting";
        };
        SimilarityRow: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "title" | "text" | "image" | "file";
            /** @description Of 1000. */
            score: number;
            /**
             * @description continuation: a member of one is a member of the other.
             * @enum {string}
             */
            relation: "other" | "continuation";
            work: components["schemas"]["ComparedWork"];
            other: components["schemas"]["ComparedWork"];
            /** @enum {string} */
            state: "open" | "cleared" | "concern" | "gone";
            note: string;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            /** Format: date-time */
            foundAt: string;
        };
        PageOfSimilarityRow: {
            rows: components["schemas"]["SimilarityRow"][];
            total: number;
            page: number;
            size: number;
        };
        SharedPassageView: {
            /** @enum {string} */
            part: "title" | "abstract" | "report";
            /** @enum {string} */
            otherPart: "title" | "abstract" | "report";
            length: number;
            here: components["schemas"]["PassageView"];
            there: components["schemas"]["PassageView"];
        };
        SimilarityView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "title" | "text" | "image" | "file";
            /** @description Of 1000. */
            score: number;
            /**
             * @description continuation: a member of one is a member of the other.
             * @enum {string}
             */
            relation: "other" | "continuation";
            work: components["schemas"]["ComparedWork"];
            other: components["schemas"]["ComparedWork"];
            /** @enum {string} */
            state: "open" | "cleared" | "concern" | "gone";
            note: string;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            /** Format: date-time */
            foundAt: string;
            passages: components["schemas"]["SharedPassageView"][];
            /** Format: uuid */
            materialId: string | null;
            /** Format: uuid */
            otherMaterialId: string | null;
            /** @description Years in which members of the first work entered before. */
            earlierYears: string[];
        };
        SimilarityDecision: {
            /** @enum {string} */
            decision: "cleared" | "concern";
            note: string;
        };
        LeakView: {
            /**
             * @description fact: what a file says about itself.
             * @enum {string}
             */
            source: "title" | "form" | "fileName" | "fact" | "text";
            /** Format: uuid */
            materialId: string | null;
            /** @description Key of the form's field, or name of the file's fact. */
            field: string;
            page: number | null;
            /** @enum {string} */
            kind: "member" | "coach" | "guardian" | "school" | "otherSchool" | "place" | "word" | "phone" | "email" | "identity" | "studentNumber" | "account";
            /** @enum {string} */
            severity: "high" | "medium" | "low";
            word: string;
            occurrences: number;
            passages: components["schemas"]["PassageView"][];
            /** @description Blind copies leave it out by themselves. */
            scrubbed: boolean;
        };
        LeakPreview: {
            /** @description Files that are still to be looked into. */
            waiting: number;
            leaks: components["schemas"]["LeakView"][];
        };
        LeakReturn: {
            version: number;
            /** Format: date-time */
            fixBy?: string;
            /** @description Added below the passages. */
            note?: string;
        };
        SubstituteView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            entryId: string;
            title: string;
            entryNo: string | null;
            schoolName: string;
            /** @enum {string} */
            level: "county" | "prefecture" | "edition";
            unitName: string;
            position: number;
            /** @description In the edition's waiting list: its place among those who wait; null before the lot is drawn. */
            place: number | null;
            /** @description In the edition's waiting list: how many wait. */
            waiting: number | null;
            /** @enum {string} */
            state: "waiting" | "called" | "accepted" | "declined" | "expired" | "removed";
            /** Format: date-time */
            calledAt: string | null;
            /**
             * Format: date-time
             * @description Until when the makers can answer.
             */
            answerBy: string | null;
            /** Format: date-time */
            endedAt: string | null;
        };
        HeldPlaces: {
            /** @description Entry type, a type in one group (project/primary), or * for all together. */
            entryType: string;
            /** @description Places that are counted as used because called substitutes have not answered yet. */
            held: number;
        };
        SubstitutesInput: {
            /** Format: uuid */
            editionId: string;
            /** @enum {string} */
            level: "county" | "prefecture";
            /** Format: uuid */
            unitId: string;
            type: string;
            /** @description All substitutes that wait, the first to be called first. */
            entryIds: string[];
        };
        SubstituteAnswer: {
            /** @description true: takes the place and is recommended at once · false: the next one is called. */
            accept: boolean;
        };
        BoardRow: {
            /** Format: uuid */
            unitId: string;
            /** @enum {string} */
            kind: "prefecture" | "county" | "school";
            name: string;
            parentName: string | null;
            /**
             * @description none: nothing begun · draft: nothing handed in yet · handedIn: something handed in · sentOn: something passed the unit.
             * @enum {string}
             */
            standing: "none" | "draft" | "handedIn" | "sentOn";
            drafts: number;
            handedIn: number;
            /** @description What the unit itself has approved or recommended. */
            sentOn: number;
            /** @description Somebody administers the unit and can be reminded. */
            hasOffice: boolean;
            /** Format: date-time */
            remindedAt: string | null;
        };
        PageOfBoardRow: {
            rows: components["schemas"]["BoardRow"][];
            total: number;
            page: number;
            size: number;
        };
        BoardCounts: {
            /** @description Units by standing. */
            counts: {
                [key: string]: unknown;
            };
        };
        UnitReminderInput: {
            /** Format: uuid */
            editionId: string;
            unitIds: string[];
        };
        UnitReminderResult: {
            /** @description People who were told. */
            told: number;
            /** @description Units that were reminded today already. */
            already: number;
            /** @description Units nobody administers. */
            withoutOffice: number;
        };
        EditionBefore: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        Compared: {
            key: string;
            label: string;
            now: number;
            before: number;
        };
        ComparisonView: {
            before: components["schemas"]["EditionBefore"] | null;
            totalNow: number;
            totalBefore: number;
            byUnit: components["schemas"]["Compared"][];
            byType: components["schemas"]["Compared"][];
            byGroup: components["schemas"]["Compared"][];
        };
        EntryMessageInput: {
            /** Format: uuid */
            editionId: string;
            entryIds: string[];
            /**
             * @description makers: who made the entries · schools: who administers their schools.
             * @enum {string}
             */
            audience: "makers" | "schools";
            subject: string;
            body: string;
        };
        MessagePreview: {
            recipients: number;
            /** @description Entries of which nobody has an account to be reached at. */
            unreached: number;
            title: string;
            body: string;
        };
        MessageOrder: {
            /** Format: uuid */
            editionId: string;
            entryIds: string[];
            /**
             * @description makers: who made the entries · schools: who administers their schools.
             * @enum {string}
             */
            audience: "makers" | "schools";
            subject: string;
            body: string;
            /** @description Made by the page; the same key sent twice is one message. */
            requestKey: string;
        };
        MessageSent: {
            /** Format: uuid */
            id: string;
            recipients: number;
            /** Format: date-time */
            sentAt: string;
        };
        ListViewView: {
            /** Format: uuid */
            id: string;
            name: string;
            query: string;
            own: boolean;
            /** @description Unit with which it is shared. */
            sharedWith: string | null;
        };
        ListViewInput: {
            /** @enum {string} */
            list: "entries";
            name: string;
            /** @description The query of the address, as the page keeps it. */
            query: string;
            /**
             * Format: uuid
             * @description Unit to share it with; one of the own.
             */
            unitId?: string;
        };
        IdentityExportView: {
            /** Format: uuid */
            id: string;
            filters: {
                [key: string]: unknown;
            };
            reason: string;
            /** @enum {string} */
            state: "requested" | "approved" | "refused" | "collected";
            requestedBy: string;
            /** @description It is the caller's own. */
            own: boolean;
            /** Format: date-time */
            requestedAt: string;
            decidedBy: string | null;
            decisionReason: string;
            /** Format: date-time */
            collectBy: string | null;
            people: number | null;
        };
        IdentityExportInput: {
            /** Format: uuid */
            editionId: string;
            /** @description One state or several with commas. */
            state?: string;
            type?: string;
            /** Format: uuid */
            prefectureId?: string;
            /** @description What the numbers are needed for; the law asks for it. */
            reason: string;
        };
        IdentityExportDecision: {
            approve: boolean;
            /** @description Needed to refuse. */
            reason?: string;
        };
        ExportQuery: {
            page?: number;
            size?: number;
            q?: string;
            sort?: string;
            /** Format: uuid */
            editionId: string;
            /** @description One state or several with commas. */
            state?: string;
            type?: string;
            group?: string;
            discipline?: string;
            /** Format: uuid */
            prefectureId?: string;
            /** Format: uuid */
            countyId?: string;
            /** Format: uuid */
            schoolId?: string;
            /** @enum {string} */
            format?: "csv" | "xlsx";
            /** @description Columns in their order, with commas; default: the usual ones. */
            columns?: string;
        };
        ListExportView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "making" | "ready" | "refused";
            /**
             * Format: uuid
             * @description Job to follow at /api/jobs; null where the file was made at once.
             */
            jobId: string | null;
            rows: number | null;
            refusedCode: string | null;
            /**
             * Format: date-time
             * @description Until when the file can be fetched.
             */
            expiresAt: string;
        };
        WaitingListRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            entryId: string;
            title: string;
            entryNo: string | null;
            type: string;
            groupKey: string | null;
            schoolName: string;
            countyName: string;
            /** @description Place among all who wait, from 1; null when called, ended, or before the lot is drawn. */
            place: number | null;
            /** @enum {string} */
            state: "waiting" | "called" | "accepted" | "declined" | "expired" | "removed";
            /** Format: date-time */
            joinedAt: string;
            /** Format: date-time */
            calledAt: string | null;
            /** Format: date-time */
            answerBy: string | null;
            /** Format: date-time */
            endedAt: string | null;
        };
        PageOfWaitingListRow: {
            rows: components["schemas"]["WaitingListRow"][];
            total: number;
            page: number;
            size: number;
        };
        CapacityLimitView: {
            type: string | null;
            group: string | null;
            /** @description Unit whose own places these are. */
            unitName: string | null;
            places: number;
            /** @description Taken, with the places that are offered to called entries. */
            used: number;
            /** @description Of these, offered and not answered yet. */
            held: number;
        };
        WaitingListSummary: {
            /** @description The rulebook limits the places. */
            limited: boolean;
            /**
             * @description null: an entry over the capacity is refused.
             * @enum {string|null}
             */
            order: "handedIn" | "lot" | "rank" | null;
            waiting: number;
            called: number;
            limits: components["schemas"]["CapacityLimitView"][];
            /**
             * Format: date-time
             * @description Last moment of a call.
             */
            callsUntil: string | null;
            /** @description Seed of the lot, once it is drawn. */
            seed: string | null;
            /** Format: date-time */
            drawnAt: string | null;
            /** @description The caller may draw the lot and call out of order. */
            mayManage: boolean;
        };
        WaitingDrawInput: {
            /** Format: uuid */
            editionId: string;
            /** @description Published beforehand or drawn in public; default: made by the server. The same seed and entries give the same order. */
            seed?: string;
        };
        CallByHand: {
            /** @description Why this entry is called out of its turn. */
            reason: string;
        };
        PrintedFormView: {
            /** @description Counts the prints of this entry. */
            number: number;
            sha256: string;
            /** @description The code on the paper: the first 16 figures. */
            code: string;
            /** Format: date-time */
            printedAt: string;
            /** @description The entry still says what this print says. */
            current: boolean;
        };
        ScannedPrintView: {
            /** Format: uuid */
            materialId: string;
            slot: string;
            /** @description Code of the print it is a scan of; null where nothing was printed before the upload. */
            code: string | null;
            current: boolean;
            /** @description Somebody read the code off the paper; otherwise it is taken to be the last print before the upload. */
            named: boolean;
        };
        PrintedFormsView: {
            /** @description Code of what the entry says now. */
            currentCode: string;
            last: components["schemas"]["PrintedFormView"] | null;
            prints: components["schemas"]["PrintedFormView"][];
            scans: components["schemas"]["ScannedPrintView"][];
        };
        ScannedCode: {
            /** @description As on the paper; at least its first 8 figures. */
            code: string;
        };
        FormCheckView: {
            /** @enum {string} */
            state: "current" | "outdated" | "unknown";
            code: string | null;
            editionName: string | null;
            entryNo: string | null;
            /** Format: date-time */
            printedAt: string | null;
        };
        EntryCopy: {
            /** @description Made by the page; the same key sent twice gives the same copy. */
            requestKey?: string;
            /** @description Copies the members too; they still have to sign for the new entry. */
            members?: boolean;
        };
        HandoverCandidate: {
            /** Format: uuid */
            accountId: string;
            name: string;
            /**
             * @description A coach of the school, or a member of the entry with an own account.
             * @enum {string}
             */
            as: "coach" | "student";
        };
        Handover: {
            version: number;
            /** Format: uuid */
            accountId: string;
            /** @description Told to the one who takes over. */
            note?: string;
        };
        HandedOver: {
            /** Format: uuid */
            accountId: string;
            name: string;
            /** @description The caller still has to do with the entry. */
            stillSeen: boolean;
        };
        HintDecisionView: {
            /** @enum {string} */
            verdict: "cleared" | "upheld";
            reason: string;
            /** @description Level the official decided for. */
            level: string;
            decidedBy: string;
            /** Format: date-time */
            decidedAt: string;
        };
        HintView: {
            key: string;
            code: string;
            path: string;
            message: string;
            /** @description The check still says so; otherwise the facts have changed since it was decided. */
            present: boolean;
            /** @description The caller may decide about it now. */
            mayDecide: boolean;
            /** @description Newest first; the first one counts. */
            decisions: components["schemas"]["HintDecisionView"][];
        };
        HintVerdictInput: {
            /** @description Key of the hint as the check names it. */
            key: string;
            /**
             * @description cleared: looked into, nothing is wrong · upheld: it is true and has to be put right.
             * @enum {string}
             */
            verdict: "cleared" | "upheld";
            reason: string;
        };
        SnapshotView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            editionId: string;
            stageKey: string;
            sequence: number;
            /** Format: uuid */
            rulebookVersionId: string;
            engine: string;
            inputSha256: string;
            outputSha256: string;
            reason: string;
            /** Format: date-time */
            createdAt: string;
            /** @description The newest of its stage. */
            latest: boolean;
        };
        AggregateRequest: {
            reason: string;
        };
        AggregateAnswer: {
            /** @description The calculation waits in the queue; the snapshot appears in the list when it is done. */
            queued: boolean;
        };
        GroupCounts: {
            group: string;
            label: string;
            entries: number;
            ranked: number;
            absent: number;
            disqualified: number;
            withdrawn: number;
            unresolved: number;
        };
        TieView: {
            group: string;
            rank: number;
            entries: string[];
            playOff: boolean;
        };
        CutView: {
            group: string;
            award: string;
            level: string;
            entries: string[];
            /** @enum {string} */
            policy: "expand" | "shrink" | "report";
            places: number;
        };
        LevelView: {
            group: string;
            award: string;
            level: string;
            label: string;
            /** @description Places; null where a line decides. */
            seats: number | null;
            awarded: number;
            /** @description Lowest value that still won. */
            line: string | null;
        };
        ScreenView: {
            group: string;
            stage: string;
            /** Format: uuid */
            entry: string;
            /** @enum {string} */
            kind: "range" | "sd";
            value: string;
            limit: string;
        };
        CorrectedJudge: {
            /** @description Id of the judge. */
            judge: string;
            entries: number;
            /** @description Mean of the raw scores. */
            mean: string;
            /** @description What the model took off, in points. */
            effect: string | null;
            flags: string[];
        };
        CorrectionView: {
            group: string;
            stage: string;
            method: string;
            /** @description Parts of the design that share no judge. */
            parts: number;
            /** @description Diagnostics of the method, e.g. variances and reliability of the mixed model. */
            facts: {
                [key: string]: unknown;
            };
            judges: components["schemas"]["CorrectedJudge"][];
        };
        SnapshotDetail: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            editionId: string;
            stageKey: string;
            sequence: number;
            /** Format: uuid */
            rulebookVersionId: string;
            engine: string;
            inputSha256: string;
            outputSha256: string;
            reason: string;
            /** Format: date-time */
            createdAt: string;
            /** @description The newest of its stage. */
            latest: boolean;
            groups: components["schemas"]["GroupCounts"][];
            ties: components["schemas"]["TieView"][];
            cuts: components["schemas"]["CutView"][];
            levels: components["schemas"]["LevelView"][];
            screens: components["schemas"]["ScreenView"][];
            corrections: components["schemas"]["CorrectionView"][];
        };
        StageScoreView: {
            stage: string;
            /** @enum {string} */
            state: "ok" | "noResult" | "insufficient" | "pending" | "missing";
            score: string | null;
            /** @description Without judge correction. */
            raw: string | null;
        };
        SnapshotRow: {
            /** Format: uuid */
            entryId: string;
            entryNo: string | null;
            title: string;
            school: string;
            prefecture: string;
            group: string;
            groupLabel: string;
            position: number;
            /** @enum {string} */
            state: "ranked" | "absent" | "disqualified" | "withdrawn" | "noResult" | "insufficient" | "pending";
            rank: number | null;
            tied: boolean;
            total: string | null;
            exact: string | null;
            stages: components["schemas"]["StageScoreView"][];
            /** @description How the result came about, in the language of the request. */
            explanation: string;
        };
        PageOfSnapshotRow: {
            rows: components["schemas"]["SnapshotRow"][];
            total: number;
            page: number;
            size: number;
        };
        BundleSignatureView: {
            signer: string;
            algorithm: string;
            publicKey: string;
            signature: string;
        };
        SnapshotBundle: {
            format: string;
            engine: string;
            rulebookVersion: string;
            /** @description Input of the scoring engine, its lists in canonical order. */
            input: {
                [key: string]: unknown;
            };
            /** @description What the engine answered. */
            output: {
                [key: string]: unknown;
            };
            /** @description SHA-256 of the canonical JSON of the input. */
            inputHash: string;
            /** @description SHA-256 of the canonical JSON of the output. */
            outputHash: string;
            signatures: components["schemas"]["BundleSignatureView"][];
        };
        ProposalView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            editionId: string;
            stageKey: string;
            /** @enum {string} */
            kind: "shortlist" | "awards";
            version: number;
            /** Format: uuid */
            snapshotId: string;
            /** @enum {string} */
            state: "draft" | "proposed" | "approved" | "rejected" | "published" | "superseded";
            digest: string | null;
            proposerMayApprove: boolean;
            proposedBy: string | null;
            /** Format: date-time */
            proposedAt: string | null;
            /** Format: date-time */
            approvedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Entries that still wait for the jury. */
            undecided: number;
            /** @description A newer snapshot of the stage exists. */
            outdated: boolean;
        };
        ProposalCreate: {
            /**
             * Format: uuid
             * @description The newest snapshot of the stage.
             */
            snapshotId: string;
            /** @enum {string} */
            kind: "shortlist" | "awards";
        };
        ApprovalView: {
            /** Format: uuid */
            accountId: string;
            name: string;
            approved: boolean;
            reason: string;
            /** Format: date-time */
            decidedAt: string;
        };
        JuryDecisionView: {
            /** Format: uuid */
            entryId: string;
            award: string | null;
            reason: string;
            decidedBy: string;
            /** Format: date-time */
            decidedAt: string;
        };
        ProposalDetail: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            editionId: string;
            stageKey: string;
            /** @enum {string} */
            kind: "shortlist" | "awards";
            version: number;
            /** Format: uuid */
            snapshotId: string;
            /** @enum {string} */
            state: "draft" | "proposed" | "approved" | "rejected" | "published" | "superseded";
            digest: string | null;
            proposerMayApprove: boolean;
            proposedBy: string | null;
            /** Format: date-time */
            proposedAt: string | null;
            /** Format: date-time */
            approvedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Entries that still wait for the jury. */
            undecided: number;
            /** @description A newer snapshot of the stage exists. */
            outdated: boolean;
            approvals: components["schemas"]["ApprovalView"][];
            decisions: components["schemas"]["JuryDecisionView"][];
            levels: components["schemas"]["LevelView"][];
            cuts: components["schemas"]["CutView"][];
            /** @description This corrects a posted shortlist: the caller may let a ranked entry in by decision. */
            mayAdmit: boolean;
            /** @description The caller may approve now. */
            mayApprove: boolean;
        };
        ProposalRow: {
            /** Format: uuid */
            entryId: string;
            entryNo: string | null;
            title: string;
            school: string;
            prefecture: string;
            group: string;
            groupLabel: string;
            position: number;
            /** @enum {string} */
            state: "ranked" | "absent" | "disqualified" | "withdrawn" | "noResult" | "insufficient" | "pending";
            rank: number | null;
            total: string | null;
            award: string | null;
            awardLabel: string | null;
            computed: string | null;
            leftToJury: boolean;
            /** @description Came in by decision, against the rule, in a correction. */
            exception: boolean;
            /** @description How the result came about, in the language of the request. */
            explanation: string;
        };
        PageOfProposalRow: {
            rows: components["schemas"]["ProposalRow"][];
            total: number;
            page: number;
            size: number;
        };
        DecisionInput: {
            /** Format: uuid */
            entryId: string;
            /** @description Key of the prize, "finalist" in a shortlist, null for none. */
            award: string | null;
            reason: string;
        };
        ApprovalInput: {
            /** @description Digest of the proposal as it was read. */
            digest: string;
            reason?: string;
        };
        RejectionInput: {
            digest: string;
            reason: string;
        };
        PublishInput: {
            /** @description Why the posted list is corrected; asked for when one is posted already. */
            correction?: string;
        };
        PublicationView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            editionId: string;
            /** @enum {string} */
            kind: "shortlist" | "awards";
            version: number;
            /** Format: uuid */
            proposalId: string;
            /** Format: uuid */
            snapshotId: string;
            rulebookNumber: number;
            digest: string;
            correction: string | null;
            /** Format: date-time */
            postedAt: string;
            /** Format: date-time */
            noticeClosesAt: string;
            noticeOver: boolean;
            /** @enum {string} */
            state: "in_notice" | "confirmed" | "superseded";
            /** Format: date-time */
            confirmedAt: string | null;
            rows: number;
        };
        Recomputation: {
            /** Format: uuid */
            snapshotId: string;
            same: boolean;
            storedSha256: string;
            computedSha256: string;
            /** @description The posted rows still have the digest they were posted with. */
            rowsIntact: boolean;
            /** @description Posted rows whose prize, rank or total differs from the recomputed result and the jury decisions. */
            mismatches: number;
            rows: number;
        };
        DisqualifyInput: {
            reason: string;
        };
        OwnStageScore: {
            stage: string;
            label: string;
            score: string | null;
        };
        OwnResult: {
            /** Format: uuid */
            entryId: string;
            entryNo: string | null;
            title: string;
            /** Format: uuid */
            editionId: string;
            editionName: string;
            /** @enum {string} */
            kind: "shortlist" | "awards";
            award: string | null;
            awardLabel: string;
            rank: number | null;
            /** @description Ranked entries of the group. */
            of: number | null;
            total: string | null;
            stages: components["schemas"]["OwnStageScore"][];
            /** @description How the result came about, in the language of the request. */
            explanation: string;
            /** Format: date-time */
            postedAt: string;
            /** Format: date-time */
            noticeClosesAt: string;
            /** @enum {string} */
            state: "in_notice" | "confirmed" | "superseded";
        };
        PublicListIndex: {
            /** Format: uuid */
            editionId: string;
            editionName: string;
            year: number;
            /** @enum {string} */
            kind: "shortlist" | "awards";
            version: number;
            /** @enum {string} */
            state: "in_notice" | "confirmed" | "superseded";
            /** Format: date-time */
            postedAt: string;
            /** Format: date-time */
            noticeClosesAt: string;
            rows: number;
        };
        PublicCount: {
            award: string;
            label: string;
            count: number;
        };
        PublicList: {
            /** Format: uuid */
            publicationId: string;
            /** Format: uuid */
            editionId: string;
            editionName: string;
            /** @enum {string} */
            kind: "shortlist" | "awards";
            version: number;
            /** @enum {string} */
            state: "in_notice" | "confirmed" | "superseded";
            correction: string | null;
            /** Format: date-time */
            postedAt: string;
            /** Format: date-time */
            noticeClosesAt: string;
            /** Format: date-time */
            confirmedAt: string | null;
            /** @description SHA-256 of the canonical JSON of all rows. */
            digest: string;
            /** @description The printable form can be fetched; it is made soon after posting. */
            printReady: boolean;
            rulebookNumber: number;
            rulebookSha256: string;
            disclaimer: string;
            counts: components["schemas"]["PublicCount"][];
            prefectures: string[];
        };
        PublicRow: {
            position: number;
            entryNo: string | null;
            type: string;
            typeLabel: string;
            group: string;
            groupLabel: string;
            discipline: string | null;
            disciplineLabel: string | null;
            title: string;
            /** @description Names as they may be shown. */
            members: string[];
            coaches: string[];
            school: string;
            prefecture: string;
            award: string;
            awardLabel: string;
        };
        PublicListPage: {
            rows: components["schemas"]["PublicRow"][];
            total: number;
            page: number;
            size: number;
        };
        AwayDays: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
        };
        JudgeView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            accountId: string;
            name: string;
            /** Format: uuid */
            employerOrgId: string | null;
            employer: string;
            post: string;
            /** Format: uuid */
            prefectureId: string | null;
            prefecture: string | null;
            fields: string[];
            loadWish: number | null;
            /** @description Shown to the judge alone. */
            aliases: string[];
            away: components["schemas"]["AwayDays"][];
            /** @description The profile has been filled in. */
            complete: boolean;
        };
        JudgeProfileInput: {
            /** Format: uuid */
            employerOrgId: string | null;
            employer: string;
            post: string;
            /** Format: uuid */
            prefectureId: string | null;
            fields: string[];
            loadWish: number | null;
            /** @description Other e-mail addresses and telephone numbers, only to recognise the same person; absent: as they are. */
            aliases?: string[];
            /** @description When the judge cannot come; absent: as it is. */
            away?: components["schemas"]["AwayDays"][];
        };
        InterestView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "school" | "organisation" | "person";
            /** Format: uuid */
            orgId: string | null;
            orgName: string | null;
            personName: string | null;
            fromYear: number | null;
            untilYear: number | null;
            /** @enum {string} */
            relation: "kin" | "teacher" | "pupil" | "partner" | "other";
            note: string;
            /** Format: date-time */
            declaredAt: string;
        };
        InterestInput: {
            /** @enum {string} */
            kind: "school" | "organisation" | "person";
            /**
             * Format: uuid
             * @description School or organisation.
             */
            orgId?: string;
            /** @description Relative, pupil or partner by name. */
            personName?: string;
            /** @description First year. */
            fromYear?: number;
            /** @description Last year of a past employment; absent: it lasts. */
            untilYear?: number;
            /**
             * @description What the named person is to the judge.
             * @enum {string}
             */
            relation?: "kin" | "teacher" | "pupil" | "partner" | "other";
            note: string;
        };
        JudgePanelView: {
            /** Format: uuid */
            panelId: string;
            /** Format: uuid */
            editionId: string;
            editionName: string;
            stageKey: string;
            stageLabel: string;
            name: string;
            /** @enum {string} */
            state: "draft" | "open" | "locked";
            /** @enum {string} */
            seat: "invited" | "accepted" | "declined" | "withdrawn" | "removed";
            lead: boolean;
            /**
             * Format: date-time
             * @description When the judging of the stage ends.
             */
            closesAt: string | null;
            assigned: number;
            submitted: number;
            /** @description Version of the terms a judge agrees to. */
            termsVersion: string;
            /** @description The terms, in the language of the request. */
            terms: string;
        };
        InvitationAnswer: {
            accept: boolean;
            /** @description Version of the terms agreed to; asked for when accepting. */
            termsVersion?: string;
            /** @description Asked for when declining. */
            reason?: string;
        };
        QueueRow: {
            /** Format: uuid */
            assignmentId: string;
            /** Format: uuid */
            panelId: string;
            code: string;
            title: string;
            typeLabel: string;
            groupLabel: string;
            disciplineLabel: string | null;
            /** @enum {string} */
            sheetState: "blank" | "draft" | "submitted" | "reopened";
            total: string | null;
            version: number;
            /** @description Name of the score sheet this entry is judged on. */
            sheet: string;
        };
        Queue: {
            rows: components["schemas"]["QueueRow"][];
            total: number;
            page: number;
            size: number;
            assigned: number;
            submitted: number;
            drafts: number;
        };
        BlindField: {
            key: string;
            label: string;
            value: string;
        };
        BlindMaterial: {
            /** @description Number for the download. */
            number: number;
            /** @description Neutral name; the original one is never shown. */
            name: string;
            slot: string;
            slotLabel: string;
            contentType: string;
            bytes: number;
        };
        OwnSheet: {
            /** @enum {string} */
            state: "blank" | "draft" | "submitted" | "reopened";
            version: number;
            values: {
                [key: string]: unknown;
            };
            total: string | null;
            privateNote: string;
            juryComment: string;
            participantComment: string;
            /** @description Why it was reopened. */
            reopenReason: string | null;
            /** @description Seconds at the desk so far. */
            secondsSpent: number | null;
        };
        UsualMark: {
            /** @description Criterion of the sheet. */
            key: string;
            low: number;
            high: number;
            /** @description Lowest own mark. */
            least: number;
            /** @description Highest own mark. */
            most: number;
            /** @description Own sheets it rests on. */
            sheets: number;
        };
        BlindEntry: {
            /** Format: uuid */
            assignmentId: string;
            /** Format: uuid */
            panelId: string;
            code: string;
            title: string;
            typeLabel: string;
            groupLabel: string;
            disciplineLabel: string | null;
            fields: components["schemas"]["BlindField"][];
            materials: components["schemas"]["BlindMaterial"][];
            /** @description The score sheet as the rulebook describes it (SheetRules of the scoring library). */
            sheetRules: {
                [key: string]: unknown;
            };
            sheet: components["schemas"]["OwnSheet"];
            usual: components["schemas"]["UsualMark"][];
            /** @description The panel is open and the sheet not handed in. */
            writable: boolean;
            /** Format: date-time */
            closesAt: string | null;
        };
        SheetSave: {
            /** @description Chosen by the sender, new for every save; sending the same one again is the same save. */
            clientKey: string;
            /** @description Version that was on the screen; another one in between is refused. */
            baseVersion: number;
            /** @description Items of the score sheet by key; a criterion is a decimal as text. */
            values: {
                [key: string]: unknown;
            };
            /** @description For the judge alone. */
            privateNote?: string;
            /** @description For the jury after the panel is locked. */
            juryComment?: string;
            /** @description For the participant after publication. */
            participantComment?: string;
            /** @description Seconds the sheet was in front of the judge, all visits together. */
            secondsSpent?: number;
        };
        SheetWarning: {
            code: string;
            path: string;
            message: string;
        };
        SheetReceipt: {
            /** Format: uuid */
            receiptId: string;
            /** Format: uuid */
            assignmentId: string;
            clientKey: string;
            version: number;
            /** @enum {string} */
            state: "draft" | "submitted" | "reopened";
            total: string | null;
            sha256: string;
            /** Format: date-time */
            savedAt: string;
            warnings: components["schemas"]["SheetWarning"][];
        };
        DeclineInput: {
            reason: string;
        };
        ConcernInput: {
            /** @enum {string} */
            kind: "leak" | "plagiarism" | "ethics" | "other";
            text: string;
            /** @description Chosen by the sender; the same one again is the same report. */
            clientKey?: string;
        };
        ConcernRow: {
            /** Format: uuid */
            id: string;
            code: string;
            /** @enum {string} */
            kind: "leak" | "plagiarism" | "ethics" | "other";
            text: string;
            /** Format: date-time */
            raisedAt: string;
            answer: string | null;
            /** Format: date-time */
            answeredAt: string | null;
        };
        JudgeRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            accountId: string;
            name: string;
            /** Format: uuid */
            employerOrgId: string | null;
            employer: string;
            post: string;
            /** Format: uuid */
            prefectureId: string | null;
            prefecture: string | null;
            fields: string[];
            loadWish: number | null;
            /** @description Shown to the judge alone. */
            aliases: string[];
            away: components["schemas"]["AwayDays"][];
            /** @description The profile has been filled in. */
            complete: boolean;
            /** @description Panels the judge sits on now. */
            panels: number;
            /** @description Entries assigned now. */
            load: number;
        };
        PageOfJudgeRow: {
            rows: components["schemas"]["JudgeRow"][];
            total: number;
            page: number;
            size: number;
        };
        PanelView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            editionId: string;
            stageKey: string;
            name: string;
            types: string[];
            groups: string[];
            disciplines: string[];
            reviewsPerEntry: number;
            minLoad: number;
            maxLoad: number;
            /** @enum {string} */
            state: "draft" | "open" | "locked";
            /** Format: date-time */
            lockedAt: string | null;
            /** @description Judges who accepted. */
            judges: number;
            /** @description Entries that have a code in this panel. */
            entries: number;
            assigned: number;
            submitted: number;
            leadName: string | null;
        };
        PanelInput: {
            name: string;
            /** @description Entry types; none: all. */
            types: string[];
            /** @description Groups; none: all. */
            groups: string[];
            /** @description Disciplines; none: all. */
            disciplines: string[];
            /** @description Default: as the rulebook says. */
            reviewsPerEntry?: number;
            minLoad?: number;
            maxLoad?: number;
        };
        PanelSeatView: {
            /** Format: uuid */
            judgeId: string;
            name: string;
            employer: string;
            fields: string[];
            /** @enum {string} */
            state: "invited" | "accepted" | "declined" | "withdrawn" | "removed";
            lead: boolean;
            /** @description Counts as a leading judge, as the group leader does. */
            senior: boolean;
            maxLoad: number | null;
            reason: string | null;
            /** Format: date-time */
            invitedAt: string;
            /** Format: date-time */
            answeredAt: string | null;
            /** @description Version of the terms the judge agreed to. */
            termsVersion: string | null;
        };
        PanelDetail: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            editionId: string;
            stageKey: string;
            name: string;
            types: string[];
            groups: string[];
            disciplines: string[];
            reviewsPerEntry: number;
            minLoad: number;
            maxLoad: number;
            /** @enum {string} */
            state: "draft" | "open" | "locked";
            /** Format: date-time */
            lockedAt: string | null;
            /** @description Judges who accepted. */
            judges: number;
            /** @description Entries that have a code in this panel. */
            entries: number;
            assigned: number;
            submitted: number;
            leadName: string | null;
            seats: components["schemas"]["PanelSeatView"][];
        };
        SeatsInput: {
            /** @description Accounts with the role judge. */
            accountIds: string[];
            /** @description Seat them at once instead of asking; they agreed to the terms on paper. */
            accepted?: boolean;
        };
        SeatChange: {
            lead?: boolean;
            senior?: boolean;
            maxLoad?: number | null;
        };
        SeatEnd: {
            reason: string;
        };
        SeatEndView: {
            /** @description Sheets of the judge in this panel that no longer count. */
            voidSheets: number;
            /**
             * Format: uuid
             * @description The run that looks for judges who take the entries over; null: none is needed.
             */
            runId: string | null;
        };
        CodesIssued: {
            issued: number;
            /** @description Codes of the stage in all. */
            total: number;
            /** @description Entries of the stage that no panel lets in. */
            withoutPanel: number;
        };
        CodesOpening: {
            /** @description Why the custody is opened; it stands in the audit log. */
            reason: string;
            /** @description Only these codes; none: all of the stage. */
            codes?: string[];
        };
        OpenedCode: {
            code: string;
            /** Format: uuid */
            entryId: string;
            entryNo: string | null;
            title: string;
            school: string;
        };
        ConflictCounts: {
            hard: number;
            soft: number;
            /** @description Found by this run. */
            found: number;
            /** @description No longer hold and were lifted. */
            lifted: number;
            /** @description Assignments that ended because of a conflict found now. */
            ended: number;
            /** @description The runs that look for judges who take their entries over, one a panel. */
            runIds: string[];
        };
        ConflictRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            judgeId: string;
            judgeName: string;
            /** @description Code of the entry in this stage. */
            code: string | null;
            /** @enum {string} */
            kind: "member" | "coach" | "chain" | "sameSchool" | "pastSchool" | "samePrefecture" | "declaredSchool" | "declaredPerson" | "declaredKin" | "guardianName" | "samePerson" | "recused";
            kindLabel: string;
            /** @description What it rests on and what follows, in words; never who stands behind the code. */
            why: string;
            /** @description Rests on a common name or address and may be lifted with a reason. */
            liftable: boolean;
            hard: boolean;
            /** Format: date-time */
            foundAt: string;
        };
        PageOfConflictRow: {
            rows: components["schemas"]["ConflictRow"][];
            total: number;
            page: number;
            size: number;
        };
        JudgesApartInput: {
            /** Format: uuid */
            one: string;
            /** Format: uuid */
            other: string;
        };
        ExtraReadersInput: {
            /** @description Share of each panel’s entries that goes on, in percent. */
            cutPercent: number;
            /** @description Reviews to add in each panel at most. */
            budget: number;
            /** @description Readers to add to one entry at most. */
            perEntry: number;
        };
        RunInput: {
            /** @description Only these panels; none: all of the stage. */
            panelIds?: string[];
            /** @description The same seed makes the same plan. */
            seed?: string;
            /** @description Stop at the plan; it is put into force or discarded later. */
            preview?: boolean;
            /**
             * @description Even loads first (default), or expertise alone within the loads.
             * @enum {string}
             */
            balance?: "even" | "none";
            /**
             * @description What is made best: the total, the lowest single review, or the worst entry.
             * @enum {string}
             */
            fairness?: "sum" | "worst-review" | "worst-entry";
            /** @description Nobody gets more than they wish to read. */
            keepWishes?: boolean;
            /** @description Most judges of one employer on an entry. */
            perEmployer?: number;
            /** @description What a judge of the entry’s own prefecture is worth less, of 1000. */
            sameRegionPenalty?: number;
            /** @description Fewest leading judges on an entry. */
            leads?: number;
            /** @description Fewest judges of the entry’s own discipline. */
            ofField?: number;
            /** @description Most judges of one prefecture on an entry. */
            perRegion?: number;
            /** @description Never together on an entry. */
            apart?: components["schemas"]["JudgesApartInput"][];
            /** @description Drawn by chance: no pair may be likelier than this, in percent. */
            mostChance?: number;
            /** @description Instead of a new plan: more readers for entries whose place at the cut is open. */
            extra?: components["schemas"]["ExtraReadersInput"];
        };
        JudgeLoad: {
            /** Format: uuid */
            judgeId: string;
            name: string;
            load: number;
            max: number;
        };
        RaisedCode: {
            code: string;
            extra: number;
        };
        PanelPlanView: {
            /** Format: uuid */
            panelId: string;
            panel: string;
            entries: number;
            judges: number;
            pairs: number;
            kept: number;
            minLoad: number;
            maxLoad: number;
            /** @description Connected parts of the judge-entry graph; 1 is good. */
            parts: number;
            added: number;
            removed: number;
            /** @description Reviews by a judge of the field, in percent. */
            expertPercent: number;
            /** @description The entry with the least expertise. */
            worstCode: string | null;
            worstExpertise: number | null;
            /** @description Proven: no better plan exists. */
            optimal: boolean;
            /** @description The plan was drawn, and no pair was likelier than this, in percent. */
            chance: number | null;
            /** @description Fewest leading judges on any entry. */
            leastLeads: number;
            /** @description Fewest judges of its discipline on any entry. */
            leastOfField: number;
            /** @description Most judges of one employer on any entry. */
            mostPerEmployer: number;
            /** @description Most judges of one prefecture on any entry. */
            mostPerRegion: number;
            loads: components["schemas"]["JudgeLoad"][];
            /** @description Entries that get more readers. */
            raised: components["schemas"]["RaisedCode"][];
            /** @description Entries in the grey zone that got no further reader. */
            leftOut: string[];
        };
        FilledPair: {
            code: string;
            judgeName: string;
        };
        BlockingView: {
            panel: string;
            /** @description What is in the way, in words. */
            sentence: string;
            /** @description What can be done about it. */
            advice: string[];
            codes: string[];
            judges: string[];
        };
        RunView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "plan" | "refill";
            /** Format: uuid */
            editionId: string;
            stageKey: string;
            /** @enum {string} */
            state: "queued" | "running" | "planned" | "done" | "discarded" | "infeasible" | "cancelled" | "failed";
            seed: string;
            preview: boolean;
            /** @description A run for extra readers. */
            extra: boolean;
            done: number;
            total: number;
            panels: components["schemas"]["PanelPlanView"][];
            /** @description What a refill found. */
            filled: components["schemas"]["FilledPair"][];
            blocking: components["schemas"]["BlockingView"][];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
        };
        PairReason: {
            /** Format: uuid */
            judgeId: string;
            judgeName: string;
            /** @enum {string} */
            kind: "assigned" | "conflict" | "not-needed";
            sentence: string;
        };
        AssignmentRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            codeId: string;
            code: string;
            /** Format: uuid */
            judgeId: string;
            judgeName: string;
            /** @enum {string} */
            state: "assigned" | "declined" | "recused" | "withdrawn" | "removed";
            /** @enum {string} */
            source: "plan" | "refill" | "manual";
            reason: string | null;
            /** @enum {string} */
            sheetState: "blank" | "draft" | "submitted" | "reopened";
            /** @description Only once the panel is locked. */
            total: string | null;
            /** Format: date-time */
            createdAt: string;
            endReason: string | null;
        };
        PageOfAssignmentRow: {
            rows: components["schemas"]["AssignmentRow"][];
            total: number;
            page: number;
            size: number;
        };
        ManualAssignment: {
            code: string;
            /** Format: uuid */
            judgeId: string;
            reason: string;
        };
        AssignmentEnd: {
            reason: string;
            /** @description Look for another judge at once; default yes. */
            refill?: boolean;
            /** @description The judge has an interest: the pair never comes back. */
            conflict?: boolean;
        };
        RefillView: {
            /** Format: uuid */
            assignmentId: string;
            /**
             * Format: uuid
             * @description The run that looks for another judge; null: none was asked for.
             */
            runId: string | null;
        };
        AssignmentReplacement: {
            /**
             * Format: uuid
             * @description Who takes the entry over.
             */
            judgeId: string;
            reason: string;
        };
        ReopenInput: {
            reason: string;
        };
        SheetVersionView: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "draft" | "submitted" | "reopened";
            values: {
                [key: string]: unknown;
            };
            total: string | null;
            juryComment: string;
            participantComment: string;
            reason: string | null;
            sha256: string;
            /** Format: date-time */
            savedAt: string;
        };
        CompositionView: {
            leads: number | null;
            ofField: number | null;
            perEmployer: number | null;
            perRegion: number | null;
            sameRegionPenalty: number | null;
            mostChance: number | null;
        };
        PanelProgress: {
            /** Format: uuid */
            panelId: string;
            name: string;
            /** @enum {string} */
            state: "draft" | "open" | "locked";
            judges: number;
            entries: number;
            needed: number;
            assigned: number;
            drafts: number;
            submitted: number;
            /** @description Entries with fewer sheets handed in than the panel needs. */
            short: number;
            /** @description Entries whose scores lie further apart than the rulebook allows. */
            diverging: number;
        };
        StageProgress: {
            stageKey: string;
            stageLabel: string;
            closed: boolean;
            /** @description By the rulebook it is a secret who hides behind a code: no interviews. */
            codesSecret: boolean;
            /** Format: date-time */
            closesAt: string | null;
            /** @description Entries in this stage. */
            entries: number;
            /** @description Entries without a code in a panel. */
            withoutPanel: number;
            composition: components["schemas"]["CompositionView"];
            panels: components["schemas"]["PanelProgress"][];
        };
        StageClosed: {
            stageKey: string;
            closed: boolean;
        };
        UnlockInput: {
            reason: string;
        };
        JudgeProgress: {
            /** Format: uuid */
            judgeId: string;
            name: string;
            lead: boolean;
            /** @description Counts as a leading judge, as the group leader does. */
            senior: boolean;
            /** Format: date-time */
            invitedAt: string;
            /** Format: date-time */
            answeredAt: string | null;
            /** @description Version of the terms the judge agreed to. */
            termsVersion: string | null;
            /** @description Why the judge declined or left. */
            reason: string | null;
            state: string;
            assigned: number;
            drafts: number;
            submitted: number;
            /** Format: date-time */
            lastSavedAt: string | null;
            /**
             * Format: date-time
             * @description Last reminder.
             */
            remindedAt: string | null;
        };
        EntryProgressRow: {
            /** Format: uuid */
            codeId: string;
            code: string;
            needed: number;
            assigned: number;
            drafts: number;
            submitted: number;
            diverging: boolean;
            /** @description Why the panel may be locked without its sheets. */
            gap: string | null;
        };
        PageOfEntryProgressRow: {
            rows: components["schemas"]["EntryProgressRow"][];
            total: number;
            page: number;
            size: number;
        };
        DivergenceRow: {
            /** Format: uuid */
            codeId: string;
            code: string;
            scores: number;
            range: string;
            sd: string;
            overRange: boolean;
            overSd: boolean;
        };
        PanelScore: {
            /** Format: uuid */
            judgeId: string;
            judgeName: string;
            total: string | null;
            juryComment: string;
            /** @description Counts; false: declined, recused or withdrawn. */
            counts: boolean;
        };
        PanelScoreRow: {
            /** Format: uuid */
            codeId: string;
            code: string;
            scores: components["schemas"]["PanelScore"][];
        };
        ReminderInput: {
            /** @description Only these judges; none: all with open sheets. */
            judgeIds?: string[];
        };
        ReminderAnswer: {
            reminded: number;
        };
        GapInput: {
            code: string;
            reason: string;
        };
        LockInput: {
            /** @description Entries that lack sheets, each with the reason. */
            gaps?: components["schemas"]["GapInput"][];
        };
        AbsenceInput: {
            code: string;
            reason: string;
        };
        ConcernAnswer: {
            answer: string;
        };
        ReleasedComment: {
            stageLabel: string;
            comment: string;
        };
        ReleasedCriterion: {
            stageLabel: string;
            label: string;
            /** @description Mean over the counted sheets, two decimals. */
            mean: string;
            max: string;
        };
        ConflictTouchRow: {
            /** Format: uuid */
            assignmentId: string;
            code: string;
            /** Format: uuid */
            panelId: string;
            panel: string;
            /** @enum {string} */
            panelState: "draft" | "open" | "locked";
            /** Format: uuid */
            judgeId: string;
            judgeName: string;
            /** @enum {string} */
            sheetState: "blank" | "draft" | "submitted" | "reopened";
            /** @description Why, in words; never who stands behind the code. */
            reasons: string[];
            /** @description All of it rests on a common name or address and may be lifted with a reason. */
            liftable: boolean;
            /** Format: date-time */
            foundAt: string;
        };
        ConflictLift: {
            /** @description Why the pair is not in conflict after all, e.g. another person of the same name. */
            reason: string;
        };
        InterviewBlock: {
            /** @description Minutes after midnight, contest time. */
            from: number;
            to: number;
        };
        InterviewDayInput: {
            /** Format: date */
            day: string;
            /** @description Hours in their order; breaks lie between them. */
            blocks: components["schemas"]["InterviewBlock"][];
        };
        InterviewRoom: {
            /** Format: uuid */
            panelId: string;
            room: string;
            /** @description Building; between two of them people need the travel time. */
            place: string;
        };
        TimetableView: {
            days: components["schemas"]["InterviewDayInput"][];
            /** @description Minutes of one interview. */
            length: number;
            /** @description Minutes from one start to the next. */
            cycle: number;
            /** @description Least minutes between two interviews of one person. */
            gap: number;
            /** @description More minutes where the building differs. */
            travel: number;
            rooms: components["schemas"]["InterviewRoom"][];
            /** @description Start from the timetable in force and move as few as possible. */
            keep: boolean;
            /** Format: uuid */
            id: string;
            /**
             * @description The interviews of the stage, or a list of second ones.
             * @enum {string}
             */
            kind: "first" | "callBack";
            /** @enum {string} */
            state: "queued" | "draft" | "impossible" | "published" | "superseded" | "discarded";
            interviews: number;
            /** @description Interviews elsewhere than in the timetable it was made from. */
            moved: number;
            /** @description Why there is no timetable, in words. */
            obstacle: string | null;
            /** @description What can be done about it. */
            advice: string[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            publishedAt: string | null;
        };
        TimetableInput: {
            days: components["schemas"]["InterviewDayInput"][];
            /** @description Minutes of one interview. */
            length: number;
            /** @description Minutes from one start to the next. */
            cycle: number;
            /** @description Least minutes between two interviews of one person. */
            gap: number;
            /** @description More minutes where the building differs. */
            travel: number;
            rooms: components["schemas"]["InterviewRoom"][];
            /** @description Start from the timetable in force and move as few as possible. */
            keep: boolean;
        };
        CalledByPanel: {
            /** Format: uuid */
            panelId: string;
            /** @description Codes, also those of other panels. */
            codes: string[];
        };
        CallBackInput: {
            /** Format: date */
            day: string;
            /** @description Minutes after midnight, contest time, at which the first ones are heard. */
            from: number;
            /** @description Minutes of one. */
            length: number;
            /** @description Minutes from one start to the next. */
            cycle: number;
            calls: components["schemas"]["CalledByPanel"][];
        };
        CallBackWithdrawal: {
            reason: string;
        };
        BoardLine: {
            title: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            callBack: boolean;
            arrived: boolean;
        };
        BoardRoom: {
            room: string;
            panel: string;
            /** @description Whose time has come, at most one. */
            now: components["schemas"]["BoardLine"][];
            /** @description The next ones, in their order. */
            next: components["schemas"]["BoardLine"][];
        };
        InterviewSlotView: {
            code: string;
            /** Format: uuid */
            panelId: string;
            panel: string;
            room: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            moved: boolean;
            /** @enum {string} */
            presence: "expected" | "arrived" | "absent";
        };
        CheckInInput: {
            ticket: string;
        };
        CheckedIn: {
            /** @description Nothing that says who: the makers show their own papers. */
            ticket: string;
            room: string;
            panel: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            arrivedAt: string;
            /** @description Had been recorded before. */
            again: boolean;
        };
        AbsenceList: {
            codes: string[];
            reason: string;
        };
        JudgeInterview: {
            /** Format: uuid */
            panelId: string;
            panel: string;
            editionName: string;
            stageLabel: string;
            /** @description A second interview. */
            callBack: boolean;
            code: string;
            room: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
        };
        OwnInterview: {
            /** Format: uuid */
            entryId: string;
            title: string;
            editionName: string;
            stageLabel: string;
            room: string;
            place: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @description A second interview. */
            callBack: boolean;
            /** @description To be shown at the door, as it is or as a QR code. */
            ticket: string;
            /** Format: date-time */
            arrivedAt: string | null;
        };
        OwnTrainingEntry: {
            /** Format: uuid */
            id: string;
            title: string;
            tried: number;
            within: boolean;
        };
        OwnTraining: {
            /** Format: uuid */
            editionId: string;
            editionName: string;
            stageKey: string;
            stageLabel: string;
            required: boolean;
            /** @enum {string} */
            state: "open" | "passed" | "waived" | "exhausted";
            tolerancePercent: number;
            attempts: number;
            toPass: number;
            entries: components["schemas"]["OwnTrainingEntry"][];
        };
        TrainingMaterialView: {
            /** @description Number for the download. */
            number: number;
            /** @description Neutral name. */
            name: string;
            contentType: string;
            bytes: number;
        };
        CriterionDistanceView: {
            key: string;
            label: string;
            points: string;
            reference: string;
            /** @description Own minus reference. */
            distance: string;
            tolerance: string;
            within: boolean;
            /** @description Why the reference is so. */
            why: string;
        };
        TrainingAttemptView: {
            number: number;
            values: {
                [key: string]: unknown;
            };
            criteria: components["schemas"]["CriterionDistanceView"][];
            within: boolean;
            /** Format: date-time */
            madeAt: string;
        };
        TrainingTask: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            editionId: string;
            stageKey: string;
            title: string;
            text: string;
            materials: components["schemas"]["TrainingMaterialView"][];
            sheetRules: {
                [key: string]: unknown;
            };
            /** @description Attempts left. */
            left: number;
            /** @description The training of the stage is passed or waived. */
            passed: boolean;
            tries: components["schemas"]["TrainingAttemptView"][];
        };
        TrainingAttemptInput: {
            /** @description Values of the score sheet; it must be complete. */
            values: {
                [key: string]: unknown;
            };
        };
        TrainingSheet: {
            name: string;
            label: string;
            /** @description The score sheet as the rulebook describes it. */
            rules: {
                [key: string]: unknown;
            };
        };
        TrainingEntryView: {
            title: string;
            /** @description The work as judges read it; without names. */
            text: string;
            /** @description Values of the score sheet. */
            reference: {
                [key: string]: unknown;
            };
            /** @description Why, by criterion. */
            reasons: {
                [key: string]: unknown;
            };
            /** @description Name of the score sheet it is scored on; default: the first of the stage. */
            sheet?: string;
            /** Format: uuid */
            id: string;
            /** @description Files that judges see with it. */
            files: number;
            /** @description Judges who scored it. */
            judges: number;
        };
        TrainingSetView: {
            /** @description No assigned entry opens before the training is passed. */
            required: boolean;
            /** @description How far a criterion may lie from the reference, in percent of its highest points. */
            tolerancePercent: number;
            /** @description How often each entry may be scored. */
            attempts: number;
            /** @description So many entries must have been scored within the tolerance. */
            toPass: number;
            /** @description The score sheets of the stage. */
            sheets: components["schemas"]["TrainingSheet"][];
            entries: components["schemas"]["TrainingEntryView"][];
        };
        TrainingSettings: {
            /** @description No assigned entry opens before the training is passed. */
            required: boolean;
            /** @description How far a criterion may lie from the reference, in percent of its highest points. */
            tolerancePercent: number;
            /** @description How often each entry may be scored. */
            attempts: number;
            /** @description So many entries must have been scored within the tolerance. */
            toPass: number;
        };
        TrainingEntryInput: {
            title: string;
            /** @description The work as judges read it; without names. */
            text: string;
            /** @description Values of the score sheet. */
            reference: {
                [key: string]: unknown;
            };
            /** @description Why, by criterion. */
            reasons: {
                [key: string]: unknown;
            };
            /** @description Name of the score sheet it is scored on; default: the first of the stage. */
            sheet?: string;
            /** @description Uploads for the purpose `training`, in the order in which judges see them. */
            fileIds?: string[];
        };
        TrainingJudgeRow: {
            /** Format: uuid */
            judgeId: string;
            name: string;
            /** @enum {string} */
            state: "open" | "passed" | "waived" | "exhausted";
            /** @description Entries scored within the tolerance. */
            within: number;
            /** @description Attempts made in all. */
            tries: number;
            /** @description Mean distance from the reference over all attempts, in percent of the highest points; positive is more generous. */
            meanDistance: string | null;
            reason: string | null;
        };
        TrainingWaiver: {
            reason: string;
        };
        PanelToCompare: {
            /** Format: uuid */
            panelId: string;
            panel: string;
            editionName: string;
            stageLabel: string;
            /** @description Pairs the caller has compared. */
            answered: number;
            /** @description Pairs after which the comparison says enough. */
            enough: number;
        };
        ComparedEntry: {
            /** Format: uuid */
            codeId: string;
            /** Format: uuid */
            assignmentId: string;
            code: string;
            title: string;
            groupLabel: string;
        };
        ComparedPair: {
            left: components["schemas"]["ComparedEntry"];
            right: components["schemas"]["ComparedEntry"];
        };
        ComparisonRow: {
            code: string;
            wins: number;
            equals: number;
            losses: number;
            /** @description Chance of being preferred to a middling entry of the group; null: not compared. */
            preferred: number | null;
            /** @description Null: not compared, or parts of the group were never compared with each other. */
            place: number | null;
        };
        ComparisonGroup: {
            label: string;
            comparisons: number;
            /** @description Parts that no comparison links; 1 is good. */
            parts: number;
            rows: components["schemas"]["ComparisonRow"][];
        };
        Comparing: {
            /** Format: uuid */
            panelId: string;
            panel: string;
            /** @description Pairs the caller has compared. */
            answered: number;
            /** @description Pairs after which the comparison says enough. */
            enough: number;
            /** @description Null: nothing is left to compare. */
            next: components["schemas"]["ComparedPair"] | null;
            /** @description The pair answered last; answering it again changes the answer. */
            last: components["schemas"]["ComparedPair"] | null;
            /** @description Once the panel is locked, of the entries the caller has judged; advice only. */
            outcome: components["schemas"]["ComparisonGroup"][] | null;
        };
        ComparisonInput: {
            /** @description Chosen by the sender; the same one again is the same answer. */
            clientKey: string;
            /**
             * Format: uuid
             * @description Code of one entry.
             */
            left: string;
            /**
             * Format: uuid
             * @description Code of the other.
             */
            right: string;
            /**
             * @description Which one is better.
             * @enum {string}
             */
            answer: "left" | "right" | "equal";
        };
        ComparingJudge: {
            name: string;
            answered: number;
        };
        PanelComparisons: {
            locked: boolean;
            judges: components["schemas"]["ComparingJudge"][];
            /** @description Null until the panel is locked. */
            outcome: components["schemas"]["ComparisonGroup"][] | null;
        };
        PanelTalk: {
            /** Format: uuid */
            panelId: string;
            panel: string;
            editionName: string;
            stageLabel: string;
            /** @description Entries the caller may talk about now. */
            entries: number;
        };
        DiscussionMessage: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "said" | "conclusion";
            text: string;
            by: string;
            /** Format: date-time */
            saidAt: string;
        };
        DiscussionItem: {
            /** Format: uuid */
            codeId: string;
            code: string;
            title: string;
            messages: components["schemas"]["DiscussionMessage"][];
        };
        Discussion: {
            /** Format: uuid */
            panelId: string;
            panel: string;
            /** @description The caller leads the panel: sets the order and writes conclusions. */
            leads: boolean;
            locked: boolean;
            /** @description Only entries that the caller judges, in the order of the discussion. */
            items: components["schemas"]["DiscussionItem"][];
            /** @description About the work as a whole. */
            messages: components["schemas"]["DiscussionMessage"][];
        };
        MessageInput: {
            /** @description Chosen by the sender; the same one again is the same sentence. */
            clientKey: string;
            /**
             * Format: uuid
             * @description None: about the work as a whole.
             */
            codeId?: string;
            /**
             * @description A conclusion is the leader's.
             * @enum {string}
             */
            kind?: "said" | "conclusion";
            text: string;
        };
        TalkOrderInput: {
            /** @description Codes in the order in which they are talked about. */
            codeIds: string[];
        };
        LeaderQuestion: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            panelId: string;
            panel: string;
            code: string;
            evidence: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            askedAt: string;
            /** @enum {string|null} */
            outcome: "noAction" | "talkedTo" | "reopened" | "sheetsVoid" | "reviewed" | null;
            answer: string | null;
            /** Format: date-time */
            answeredAt: string | null;
        };
        QuestionAnswer: {
            /** @enum {string} */
            outcome: "noAction" | "talkedTo" | "reopened" | "sheetsVoid" | "reviewed";
            answer: string;
        };
        PaperRow: {
            /** Format: uuid */
            assignmentId: string;
            code: string;
            judge: string;
            /** @description Name of the score sheet of this entry. */
            sheet: string;
            /**
             * @description entered: a second person is needed · handedIn: by the judge at the desk.
             * @enum {string}
             */
            state: "open" | "entered" | "verified" | "handedIn";
            /** @description For the next entry. */
            version: number;
            enteredBy: string | null;
            /** Format: date-time */
            enteredAt: string | null;
            verifiedBy: string | null;
            /** @description The caller entered it and so cannot confirm it. */
            own: boolean;
            /** @description Second readings that differed. */
            differences: number;
        };
        PaperList: {
            /** @description The stage's score sheets by name, as the rulebook describes them. */
            sheets: {
                [key: string]: unknown;
            };
            rows: components["schemas"]["PaperRow"][];
        };
        PaperInput: {
            /** @description Items of the sheet by key, as they stand on the paper. */
            values: {
                [key: string]: unknown;
            };
            baseVersion: number;
        };
        PaperAnswer: {
            /** @enum {string} */
            outcome: "entered" | "verified" | "different";
            /** @description Items in which the two differ; look at the paper again. */
            differing: string[];
        };
        ReliabilityView: {
            /**
             * Format: date-time
             * @description Null: there is no report yet.
             */
            madeAt: string | null;
            sheets: number;
            /** @description Digest of the input of the result that is reported on. */
            inputSha256: string | null;
            /** @description Figures by group: variances, ICC, alpha, W, severity, and for each entry raw and adjusted score, rank interval and chances at the cuts. */
            figures: {
                [key: string]: unknown;
            } | null;
        };
        ReliabilityAsked: {
            /** Format: uuid */
            jobId: string;
        };
        CorrectionJudge: {
            judge: string;
            entries: number;
            mean: number | null;
            /** @description Points above the others; below 0 is severe. */
            effect: number;
            /** @description 95 % interval. */
            low: number;
            high: number;
            /** @description Standard deviation of the scores. */
            spread: number | null;
            /** @description 95 % interval. */
            spreadLow: number | null;
            spreadHigh: number | null;
            /** @description Why the judge could not be corrected, in words. */
            flags: string[];
        };
        CorrectionRow: {
            code: string;
            /** @description Rank of the result. */
            rank: number | null;
            raw: string | null;
            /** @description By the correction that counts, or by the model where none does. */
            corrected: string | null;
            rawPlace: number | null;
            correctedPlace: number | null;
        };
        CorrectionGroup: {
            key: string;
            label: string;
            /** @description The correction worked out with the result; null: none. */
            method: string | null;
            /** @description Variance between entries. */
            varEntry: number;
            /** @description Variance between judges. */
            varJudge: number;
            varResidual: number;
            reliability: number | null;
            /** @description Parts of the judge-entry graph that nobody connects; 1 is good. */
            parts: number;
            /** @description What limits the correction or forbids it, in words. */
            limits: string[];
            judges: components["schemas"]["CorrectionJudge"][];
            rows: components["schemas"]["CorrectionRow"][];
        };
        StageCorrection: {
            /**
             * Format: date-time
             * @description Null: there is no report yet.
             */
            madeAt: string | null;
            /** @description The correction that counts by the rulebook; null: the raw scores count. */
            counts: string | null;
            groups: components["schemas"]["CorrectionGroup"][];
        };
        ScreenedJudge: {
            /** Format: uuid */
            judge: string;
            name: string;
            entries: number;
            /** @description Points above the others; below 0 is severe. */
            severity: number;
            /** @description 95 % interval. */
            low: number;
            high: number;
            /** @description Standard deviation of the scores. */
            spread: number;
            /** @description Correlation with what the others predict. */
            agreement: number | null;
            /** @description About 1 when the scores are as exact as those of the others. */
            outfit: number;
            /** @description Change per ten sheets, in standard deviations. */
            drift: number | null;
            /** @description Spread between criteria of one sheet. */
            halo: number | null;
            /** @description Typical seconds for a sheet. */
            seconds: number | null;
            flags: string[];
        };
        ScreeningView: {
            /**
             * Format: date-time
             * @description Null: never worked out.
             */
            madeAt: string | null;
            sheets: number;
            judges: components["schemas"]["ScreenedJudge"][];
        };
        ScreeningAsked: {
            /**
             * Format: uuid
             * @description For asking how far it is.
             */
            jobId: string;
        };
        QuestionRow: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "divergence" | "randomScores" | "narrowScale" | "erratic" | "severity" | "outlyingScore" | "halo" | "tooFast" | "sameAgain" | "drift" | "copying" | "favouring" | "lastMinute";
            /** @enum {string} */
            askedOf: "leader" | "office";
            /** Format: uuid */
            panelId: string | null;
            panel: string | null;
            /** Format: uuid */
            judgeId: string | null;
            judge: string | null;
            otherJudge: string | null;
            code: string | null;
            /** @description Figures the question rests on. */
            evidence: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            askedAt: string;
            /**
             * Format: date-time
             * @description The scores raise it no longer.
             */
            settledAt: string | null;
            /** @enum {string|null} */
            outcome: "noAction" | "talkedTo" | "reopened" | "sheetsVoid" | "reviewed" | null;
            answer: string | null;
            answeredBy: string | null;
            /** Format: date-time */
            answeredAt: string | null;
        };
        PageOfQuestionRow: {
            rows: components["schemas"]["QuestionRow"][];
            total: number;
            page: number;
            size: number;
        };
        HeldComment: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            panelId: string;
            panel: string;
            code: string;
            judge: string;
            /** @enum {string} */
            part: "juryComment" | "participantComment";
            /** @enum {string} */
            state: "clear" | "held" | "released" | "withheld";
            comment: string;
            /** @description What was found in it; whose it is, is not said. */
            words: string[];
            /** @description The sheet has not been handed in anew since. */
            newest: boolean;
            /** Format: date-time */
            checkedAt: string;
            reason: string | null;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
        };
        PageOfHeldComment: {
            rows: components["schemas"]["HeldComment"][];
            total: number;
            page: number;
            size: number;
        };
        CommentDecision: {
            /** @enum {string} */
            decision: "released" | "withheld";
            reason: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Rehearsal_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockView"];
                };
            };
        };
    };
    Rehearsal_set: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockSetting"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockView"];
                };
            };
        };
    };
    Audit_list: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                subjectType?: string;
                subjectId?: string;
                accountId?: string;
                /** @description Part of the name or login of who acted */
                who?: string;
                /** @description Without records that only tell that somebody looked */
                changes?: boolean;
                action?: string;
                requestId?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAuditRowView"];
                };
            };
        };
    };
    Health_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthView"];
                };
            };
        };
    };
    Health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyView"];
                };
            };
        };
    };
    Health_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Jobs_queues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueStateView"][];
                };
            };
        };
    };
    Jobs_dead: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                queue?: "scores" | "notices" | "documents" | "imports";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfDeadJobView"];
                };
            };
        };
    };
    Jobs_status: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobStatusView"];
                };
            };
        };
    };
    Jobs_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Live_follow: {
        parameters: {
            query: {
                topics: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Notices_list: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfNoticeView"];
                };
            };
        };
    };
    Notices_unread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadView"];
                };
            };
        };
    };
    Notices_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadInput"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Notices_sent: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                state?: "waiting" | "sending" | "sent" | "failed" | "uncertain" | "skipped";
                channel?: "email" | "sms";
                template?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfDeliveryView"];
                };
            };
        };
    };
    Notices_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Uploads_begin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Uploads_status: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadStatusView"];
                };
            };
        };
    };
    Uploads_giveUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Uploads_offset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Uploads_add: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Session_current: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentSession"];
                };
            };
        };
    };
    Session_logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentSession"];
                };
            };
        };
    };
    Session_logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    OwnAccount_editProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditProfile"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    OwnAccount_askEmailVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    OwnAccount_person: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    OwnAccount_editPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditOwnPerson"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    OwnAccount_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    OwnAccount_listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSession"][];
                };
            };
        };
    };
    OwnAccount_endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    OwnAccount_endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    OwnAccount_beginSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentView"];
                };
            };
        };
    };
    OwnAccount_confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeOnly"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
        };
    };
    OwnAccount_renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordOnly"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
        };
    };
    OwnAccount_removeSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordOnly"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Onboarding_register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelfRegistration"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registered"];
                };
            };
        };
    };
    Onboarding_invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Invite"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
                };
            };
        };
    };
    Onboarding_acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitation"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Onboarding_claim: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimPerson"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claimed"];
                };
            };
        };
    };
    Onboarding_askReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskReset"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Onboarding_useReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseReset"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Onboarding_verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseLink"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Onboarding_look: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookAtLink"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkFacts"];
                };
            };
        };
    };
    Accounts_list: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                role?: components["schemas"]["Role"];
                state?: components["schemas"]["GrantState"];
                /** @description Accounts with a role at or below this unit */
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAccountRowView"];
                };
            };
        };
    };
    Accounts_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountRowView"];
                };
            };
        };
    };
    Accounts_disable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Accounts_enable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Accounts_unlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Accounts_resetSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Accounts_newLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkView"];
                };
            };
        };
    };
    Accounts_give: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveGrant"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    Accounts_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Accounts_refuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Accounts_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Accounts_securityPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityPolicyView"];
                };
            };
        };
    };
    Accounts_setSecurityPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditSecurityPolicy"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityPolicyView"];
                };
            };
        };
    };
    AccountRecoveries_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryView"][];
                };
            };
        };
    };
    AccountRecoveries_ask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskRecovery"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryView"];
                };
            };
        };
    };
    AccountRecoveries_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryView"];
                };
            };
        };
    };
    AccountRecoveries_complete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryOutcome"];
                };
            };
        };
    };
    AccountRecoveries_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AccountRecoveries_own: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryView"][];
                };
            };
        };
    };
    AccountRecoveries_stop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Organisations_divisions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DivisionView"][];
                };
            };
        };
    };
    Organisations_choices: {
        parameters: {
            query: {
                countyId: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchoolChoice"][];
                };
            };
        };
    };
    Organisations_list: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                /** @description A province, prefecture or county: schools below it */
                unitId?: string;
                status?: components["schemas"]["OrgStatus"];
                schoolType?: components["schemas"]["SchoolType"];
                stage?: components["schemas"]["SchoolStage"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfSchoolView"];
                };
            };
        };
    };
    Organisations_propose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeSchool"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWithStatus"];
                };
            };
        };
    };
    Organisations_duplicates: {
        parameters: {
            query: {
                countyId: string;
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LikelyDuplicate"][];
                };
            };
        };
    };
    Organisations_school: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchoolView"];
                };
            };
        };
    };
    Organisations_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditSchool"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Organisations_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Organisations_reject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Organisations_merge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeSchool"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeOutcome"];
                };
            };
        };
    };
    People_list: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                kind?: components["schemas"]["PersonKind"];
                /** @description A school, county, prefecture or province */
                unitId?: string;
                stage?: components["schemas"]["SchoolStage"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPersonRow"];
                };
            };
        };
    };
    People_enter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddPerson"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    People_lookUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookUpPerson"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    People_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    People_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditPerson"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    People_move: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MovePerson"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    People_claimLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkView"];
                };
            };
        };
    };
    Imports_recent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRunView"][];
                };
            };
        };
    };
    Imports_begin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginImport"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRunView"];
                };
            };
        };
    };
    Imports_template: {
        parameters: {
            query: {
                kind: "schools" | "entries" | "ranking" | "scores";
                /** @description Of entries and scores: the edition. */
                editionId?: string;
                /** @description Of entries: the type in the rulebook. */
                type?: string;
                /** @description Of entries: the school, where the caller has several. */
                schoolId?: string;
                /** @description Of a ranking: the unit that ranks. */
                unitId?: string;
                /** @description Of a ranking: its level. */
                level?: "school" | "county" | "prefecture";
                /** @description Of scores: the stage in the rulebook whose scores come from elsewhere. */
                stageKey?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Imports_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRunView"];
                };
            };
        };
    };
    Imports_rows: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                /** @description One outcome or several with commas. */
                outcome?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfImportRowView"];
                };
            };
        };
    };
    Imports_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Imports_commit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRunView"];
                };
            };
        };
    };
    Imports_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRunView"];
                };
            };
        };
    };
    Contests_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContestView"][];
                };
            };
        };
    };
    Contests_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContestInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContestView"];
                };
            };
        };
    };
    Contests_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContestChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContestView"];
                };
            };
        };
    };
    Editions_list: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                state?: "preparing" | "open" | "closed" | "archived";
                family?: "innovation" | "robotics" | "olympiad";
                contestId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfEditionView"];
                };
            };
        };
    };
    Editions_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditionInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionView"];
                };
            };
        };
    };
    Editions_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionView"];
                };
            };
        };
    };
    Editions_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditionChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionView"];
                };
            };
        };
    };
    Editions_setCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionView"];
                };
            };
        };
    };
    Editions_clone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloneInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionView"];
                };
            };
        };
    };
    Editions_defaults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefaultsView"];
                };
            };
        };
    };
    Editions_confirmDefaults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefaultsConfirmation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefaultsView"];
                };
            };
        };
    };
    Editions_open: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionView"];
                };
            };
        };
    };
    Editions_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionView"];
                };
            };
        };
    };
    Editions_archive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionView"];
                };
            };
        };
    };
    Rulebooks_schema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Rulebooks_current: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookView"];
                };
            };
        };
    };
    Rulebooks_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulebookSave"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookView"];
                };
            };
        };
    };
    Rulebooks_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookVersionRow"][];
                };
            };
        };
    };
    Rulebooks_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookView"];
                };
            };
        };
    };
    Rulebooks_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulebookDocument"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookCheck"];
                };
            };
        };
    };
    Rulebooks_previewAmendment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulebookDocument"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmendmentPreview"];
                };
            };
        };
    };
    Rulebooks_amend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulebookAmendment"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookView"];
                };
            };
        };
    };
    Quotas_list: {
        parameters: {
            query?: {
                level?: "school" | "county" | "prefecture" | "province";
                unitId?: string;
                entryType?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaView"][];
                };
            };
        };
    };
    Quotas_set: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuotasInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaView"][];
                };
            };
        };
    };
    Quotas_propose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuotaProposalInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaProposalRow"][];
                };
            };
        };
    };
    Announcements_list: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                editionId?: string;
                state?: "draft" | "published" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAnnouncementView"];
                };
            };
        };
    };
    Announcements_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnouncementInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementView"];
                };
            };
        };
    };
    Announcements_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnouncementChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementView"];
                };
            };
        };
    };
    Announcements_publish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementView"];
                };
            };
        };
    };
    Announcements_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementView"];
                };
            };
        };
    };
    Portal_contests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicContest"][];
                };
            };
        };
    };
    Portal_edition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicEdition"];
                };
            };
        };
    };
    Portal_announcements: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                editionId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAnnouncementView"];
                };
            };
        };
    };
    Portal_announcement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementView"];
                };
            };
        };
    };
    Entries_list: {
        parameters: {
            query: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                editionId: string;
                /** @description One state or several with commas. */
                state?: string;
                type?: string;
                group?: string;
                discipline?: string;
                prefectureId?: string;
                countyId?: string;
                schoolId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfEntryRow"];
                };
            };
        };
    };
    Entries_begin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEntry"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    Entries_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnEntryRow"][];
                };
            };
        };
    };
    Entries_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    Entries_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveEntry"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    Entries_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryCheckView"];
                };
            };
        };
    };
    Entries_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionView"][];
                };
            };
        };
    };
    Entries_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Submission"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    Entries_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Withdrawal"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    Entries_disqualify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Disqualification"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    Team_addMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    Team_orderMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    Team_removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    Team_changeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    Team_addCoach: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CoachInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    Team_removeCoach: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                coachId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    Team_sign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignatureInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    Materials_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialView"][];
                };
            };
        };
    };
    Materials_add: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MaterialInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    Materials_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                materialId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    Materials_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                materialId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Materials_thumbnail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                materialId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Materials_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                materialId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Consents_ofEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentRecord"][];
                };
            };
        };
    };
    Consents_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentLink"];
                };
            };
        };
    };
    Consents_recordPaper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaperConsent"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    Consents_page: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentPage"];
                };
            };
        };
    };
    Consents_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentPage"];
                };
            };
        };
    };
    Chain_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    Chain_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchPreview"];
                };
            };
        };
    };
    Chain_decideAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
        };
    };
    Chain_rank: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Ranking"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RankingResult"];
                };
            };
        };
    };
    Dashboards_counts: {
        parameters: {
            query: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                editionId: string;
                /** @description One state or several with commas. */
                state?: string;
                type?: string;
                group?: string;
                discipline?: string;
                prefectureId?: string;
                countyId?: string;
                schoolId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateCounts"];
                };
            };
        };
    };
    Dashboards_registration: {
        parameters: {
            query: {
                editionId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
        };
    };
    Dashboards_notBegun: {
        parameters: {
            query: {
                editionId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitNotBegun"][];
                };
            };
        };
    };
    Findings_summary: {
        parameters: {
            query: {
                editionId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingsSummary"];
                };
            };
        };
    };
    Findings_scan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScanQuery"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanOrdered"];
                };
            };
        };
    };
    Findings_leaks: {
        parameters: {
            query: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                editionId: string;
                /** @description One state or several with commas; default open,leak. */
                state?: string;
                severity?: "high" | "medium" | "low";
                /** @description no: only what would reach a judge. */
                scrubbed?: "yes" | "no";
                entryId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfLeakFindingRow"];
                };
            };
        };
    };
    Findings_decideLeaks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeakDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedCount"];
                };
            };
        };
    };
    Findings_replace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlindReplacementInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanOrdered"];
                };
            };
        };
    };
    Findings_similarities: {
        parameters: {
            query: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                editionId: string;
                /** @description One state or several with commas; default open,concern. */
                state?: string;
                kind?: "title" | "text" | "image" | "file";
                relation?: "other" | "continuation";
                entryId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfSimilarityRow"];
                };
            };
        };
    };
    Findings_similarity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarityView"];
                };
            };
        };
    };
    Findings_decideSimilarity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimilarityDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarityView"];
                };
            };
        };
    };
    Findings_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeakPreview"];
                };
            };
        };
    };
    Findings_returnEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeakReturn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    Substitutes_list: {
        parameters: {
            query: {
                editionId: string;
                level: "county" | "prefecture";
                unitId: string;
                type: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubstituteView"][];
                };
            };
        };
    };
    Substitutes_set: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubstitutesInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubstituteView"][];
                };
            };
        };
    };
    Substitutes_held: {
        parameters: {
            query: {
                editionId: string;
                level: "county" | "prefecture";
                unitId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldPlaces"][];
                };
            };
        };
    };
    Substitutes_ofEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubstituteView"][];
                };
            };
        };
    };
    Substitutes_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubstituteAnswer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubstituteView"][];
                };
            };
        };
    };
    Substitutes_print: {
        parameters: {
            query: {
                editionId: string;
                level: "county" | "prefecture";
                unitId: string;
                type: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Office_units: {
        parameters: {
            query: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                editionId: string;
                /** @description Default: the kind right below the caller's own unit. */
                kind?: "prefecture" | "county" | "school";
                standing?: "none" | "draft" | "handedIn" | "sentOn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfBoardRow"];
                };
            };
        };
    };
    Office_unitCounts: {
        parameters: {
            query: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                editionId: string;
                /** @description Default: the kind right below the caller's own unit. */
                kind?: "prefecture" | "county" | "school";
                standing?: "none" | "draft" | "handedIn" | "sentOn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardCounts"];
                };
            };
        };
    };
    Office_remind: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitReminderInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitReminderResult"];
                };
            };
        };
    };
    Office_compare: {
        parameters: {
            query: {
                editionId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonView"];
                };
            };
        };
    };
    Office_previewMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryMessageInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePreview"];
                };
            };
        };
    };
    Office_sendMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageOrder"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageSent"];
                };
            };
        };
    };
    Office_listViews: {
        parameters: {
            query: {
                list: "entries";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListViewView"][];
                };
            };
        };
    };
    Office_keepView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListViewInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListViewView"][];
                };
            };
        };
    };
    Office_dropView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListViewView"][];
                };
            };
        };
    };
    IdentityExports_list: {
        parameters: {
            query: {
                editionId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityExportView"][];
                };
            };
        };
    };
    IdentityExports_ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityExportInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityExportView"][];
                };
            };
        };
    };
    IdentityExports_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityExportDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityExportView"][];
                };
            };
        };
    };
    IdentityExports_collect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListExports_order: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportQuery"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListExportView"];
                };
            };
        };
    };
    ListExports_look: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListExportView"];
                };
            };
        };
    };
    ListExports_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    WaitingList_list: {
        parameters: {
            query: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                editionId: string;
                /** @description open (default): called and waiting · ended: accepted, declined, expired, removed. */
                show?: "open" | "ended";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfWaitingListRow"];
                };
            };
        };
    };
    WaitingList_summary: {
        parameters: {
            query: {
                editionId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingListSummary"];
                };
            };
        };
    };
    WaitingList_draw: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaitingDrawInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingListSummary"];
                };
            };
        };
    };
    WaitingList_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallByHand"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PrintedForms_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrintedFormsView"];
                };
            };
        };
    };
    PrintedForms_print: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrintedFormView"];
                };
            };
        };
    };
    PrintedForms_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PrintedForms_nameScan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                materialId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScannedCode"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrintedFormsView"];
                };
            };
        };
    };
    PrintedForms_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormCheckView"];
                };
            };
        };
    };
    EntryHanding_clone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryCopy"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    EntryHanding_candidates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverCandidate"][];
                };
            };
        };
    };
    EntryHanding_handOver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Handover"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandedOver"];
                };
            };
        };
    };
    Hints_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HintView"][];
                };
            };
        };
    };
    Hints_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HintVerdictInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HintView"][];
                };
            };
        };
    };
    Snapshots_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotView"][];
                };
            };
        };
    };
    Snapshots_aggregate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AggregateRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AggregateAnswer"];
                };
            };
        };
    };
    Snapshots_detail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotDetail"];
                };
            };
        };
    };
    Snapshots_rows: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                group?: string;
                state?: "ranked" | "absent" | "disqualified" | "withdrawn" | "noResult" | "insufficient" | "pending";
                /** @description Key of a prize, or "none". */
                award?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfSnapshotRow"];
                };
            };
        };
    };
    Snapshots_bundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotBundle"];
                };
            };
        };
    };
    Proposals_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalView"][];
                };
            };
        };
    };
    Proposals_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalCreate"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalDetail"];
                };
            };
        };
    };
    Proposals_detail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalDetail"];
                };
            };
        };
    };
    Proposals_rows: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                group?: string;
                /** @description Key of a prize, or "none". */
                award?: string;
                leftToJury?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfProposalRow"];
                };
            };
        };
    };
    Proposals_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalDetail"];
                };
            };
        };
    };
    Proposals_propose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalDetail"];
                };
            };
        };
    };
    Proposals_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalDetail"];
                };
            };
        };
    };
    Proposals_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalDetail"];
                };
            };
        };
    };
    Proposals_reject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectionInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalDetail"];
                };
            };
        };
    };
    Proposals_publish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationView"];
                };
            };
        };
    };
    Publications_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationView"][];
                };
            };
        };
    };
    Publications_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationView"];
                };
            };
        };
    };
    Publications_recompute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recomputation"];
                };
            };
        };
    };
    Publications_disqualify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisqualifyInput"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Publications_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnResult"][];
                };
            };
        };
    };
    PublicResults_index: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicListIndex"][];
                };
            };
        };
    };
    PublicResults_list: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                kind?: "shortlist" | "awards";
                award?: string;
                type?: string;
                group?: string;
                discipline?: string;
                prefecture?: string;
            };
            header?: never;
            path: {
                editionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicList"];
                };
            };
        };
    };
    PublicResults_print: {
        parameters: {
            query?: {
                kind?: "shortlist" | "awards";
                /** @description Saved instead of shown. */
                download?: boolean;
            };
            header?: never;
            path: {
                editionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PublicResults_rows: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                kind?: "shortlist" | "awards";
                award?: string;
                type?: string;
                group?: string;
                discipline?: string;
                prefecture?: string;
            };
            header?: never;
            path: {
                editionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicListPage"];
                };
            };
        };
    };
    JudgeSelf_profile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgeView"];
                };
            };
        };
    };
    JudgeSelf_saveProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JudgeProfileInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgeView"];
                };
            };
        };
    };
    JudgeSelf_interests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterestView"][];
                };
            };
        };
    };
    JudgeSelf_declareInterest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterestInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterestView"];
                };
            };
        };
    };
    JudgeSelf_endInterest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    JudgeSelf_panels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgePanelView"][];
                };
            };
        };
    };
    JudgeSelf_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationAnswer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgePanelView"][];
                };
            };
        };
    };
    JudgeDesk_queue: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                panelId?: string;
                state?: "blank" | "draft" | "submitted" | "reopened";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
        };
    };
    JudgeDesk_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlindEntry"];
                };
            };
        };
    };
    JudgeDesk_material: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    JudgeDesk_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SheetSave"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetReceipt"];
                };
            };
        };
    };
    JudgeDesk_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SheetSave"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetReceipt"];
                };
            };
        };
    };
    JudgeDesk_receipts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetReceipt"][];
                };
            };
        };
    };
    JudgeDesk_decline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineInput"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    JudgeDesk_recuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineInput"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    JudgeDesk_raise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConcernInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConcernRow"];
                };
            };
        };
    };
    Panels_listJudges: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                /** @description Only judges of this field. */
                field?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfJudgeRow"];
                };
            };
        };
    };
    Panels_saveJudge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JudgeProfileInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgeView"];
                };
            };
        };
    };
    Panels_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelView"][];
                };
            };
        };
    };
    Panels_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PanelInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelDetail"];
                };
            };
        };
    };
    Panels_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelDetail"];
                };
            };
        };
    };
    Panels_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PanelInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelDetail"];
                };
            };
        };
    };
    Panels_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Panels_seat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeatsInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelDetail"];
                };
            };
        };
    };
    Panels_changeSeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
                judgeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeatChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelDetail"];
                };
            };
        };
    };
    Panels_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
                judgeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeatEnd"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatEndView"];
                };
            };
        };
    };
    Assignments_issueCodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodesIssued"];
                };
            };
        };
    };
    Assignments_openCodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodesOpening"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedCode"][];
                };
            };
        };
    };
    Assignments_detect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictCounts"];
                };
            };
        };
    };
    Assignments_listConflicts: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                kind?: "member" | "coach" | "chain" | "sameSchool" | "pastSchool" | "samePrefecture" | "declaredSchool" | "declaredPerson" | "declaredKin" | "guardianName" | "samePerson" | "recused";
                hard?: boolean;
                judgeId?: string;
            };
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfConflictRow"];
                };
            };
        };
    };
    Assignments_listRuns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunView"][];
                };
            };
        };
    };
    Assignments_startRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunView"];
                };
            };
        };
    };
    Assignments_viewRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunView"];
                };
            };
        };
    };
    Assignments_cancelRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunView"];
                };
            };
        };
    };
    Assignments_applyRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunView"];
                };
            };
        };
    };
    Assignments_discardRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunView"];
                };
            };
        };
    };
    Assignments_explainRun: {
        parameters: {
            query: {
                code: string;
            };
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PairReason"][];
                };
            };
        };
    };
    Assignments_list: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                judgeId?: string;
                code?: string;
                state?: "assigned" | "declined" | "recused" | "withdrawn" | "removed";
            };
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAssignmentRow"];
                };
            };
        };
    };
    Assignments_assign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManualAssignment"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentRow"];
                };
            };
        };
    };
    Assignments_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentEnd"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefillView"];
                };
            };
        };
    };
    Assignments_replace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentReplacement"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentRow"];
                };
            };
        };
    };
    Assignments_reopen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenInput"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Assignments_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetVersionView"][];
                };
            };
        };
    };
    Progress_stage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageProgress"];
                };
            };
        };
    };
    Progress_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageClosed"];
                };
            };
        };
    };
    Progress_reopen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnlockInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageClosed"];
                };
            };
        };
    };
    Progress_judges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgeProgress"][];
                };
            };
        };
    };
    Progress_entries: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                /** @description Only entries that lack sheets. */
                short?: boolean;
            };
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfEntryProgressRow"];
                };
            };
        };
    };
    Progress_divergence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DivergenceRow"][];
                };
            };
        };
    };
    Progress_scores: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelScoreRow"][];
                };
            };
        };
    };
    Progress_remind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderAnswer"];
                };
            };
        };
    };
    Progress_lock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LockInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelDetail"];
                };
            };
        };
    };
    Progress_markAbsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelDetail"];
                };
            };
        };
    };
    Progress_unlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnlockInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelDetail"];
                };
            };
        };
    };
    Progress_listConcerns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConcernRow"][];
                };
            };
        };
    };
    Progress_answerConcern: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConcernAnswer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConcernRow"];
                };
            };
        };
    };
    Progress_released: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleasedComment"][];
                };
            };
        };
    };
    Progress_releasedCriteria: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleasedCriterion"][];
                };
            };
        };
    };
    Conflicts_touched: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictTouchRow"][];
                };
            };
        };
    };
    Conflicts_liftTouch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConflictLift"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Conflicts_lift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConflictLift"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Interviews_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimetableView"][];
                };
            };
        };
    };
    Interviews_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TimetableInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimetableView"];
                };
            };
        };
    };
    Interviews_callBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallBackInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimetableView"];
                };
            };
        };
    };
    Interviews_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallBackWithdrawal"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Interviews_board: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardRoom"][];
                };
            };
        };
    };
    Interviews_slots: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterviewSlotView"][];
                };
            };
        };
    };
    Interviews_publish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimetableView"];
                };
            };
        };
    };
    Interviews_checkIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckInInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedIn"];
                };
            };
        };
    };
    Interviews_markAbsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceList"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Interviews_toHear: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgeInterview"][];
                };
            };
        };
    };
    Interviews_own: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnInterview"][];
                };
            };
        };
    };
    Training_own: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnTraining"][];
                };
            };
        };
    };
    Training_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingTask"];
                };
            };
        };
    };
    Training_material: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Training_attempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrainingAttemptInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingTask"];
                };
            };
        };
    };
    Training_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingSetView"];
                };
            };
        };
    };
    Training_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrainingSettings"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingSetView"];
                };
            };
        };
    };
    Training_addEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrainingEntryInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingSetView"];
                };
            };
        };
    };
    Training_endEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Training_judges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingJudgeRow"][];
                };
            };
        };
    };
    Training_waive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
                judgeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrainingWaiver"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingJudgeRow"][];
                };
            };
        };
    };
    Comparisons_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelToCompare"][];
                };
            };
        };
    };
    Comparisons_ofJudge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparing"];
                };
            };
        };
    };
    Comparisons_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComparisonInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparing"];
                };
            };
        };
    };
    Comparisons_ofOffice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelComparisons"];
                };
            };
        };
    };
    Discussions_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelTalk"][];
                };
            };
        };
    };
    Discussions_ofJudge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Discussion"];
                };
            };
        };
    };
    Discussions_say: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Discussion"];
                };
            };
        };
    };
    Discussions_arrange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TalkOrderInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Discussion"];
                };
            };
        };
    };
    Discussions_ofOffice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Discussion"];
                };
            };
        };
    };
    Leader_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeaderQuestion"][];
                };
            };
        };
    };
    Leader_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionAnswer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeaderQuestion"];
                };
            };
        };
    };
    PaperSheets_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperList"];
                };
            };
        };
    };
    PaperSheets_enter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaperInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperAnswer"];
                };
            };
        };
    };
    Reliability_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReliabilityView"];
                };
            };
        };
    };
    Reliability_ask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReliabilityAsked"];
                };
            };
        };
    };
    Reliability_print: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Reliability_correction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageCorrection"];
                };
            };
        };
    };
    Watch_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScreeningView"];
                };
            };
        };
    };
    Watch_screen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScreeningAsked"];
                };
            };
        };
    };
    Watch_list: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                /** @description Only those without an answer. */
                open?: boolean;
            };
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfQuestionRow"];
                };
            };
        };
    };
    Watch_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionAnswer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionRow"];
                };
            };
        };
    };
    Watch_heldComments: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                sort?: string;
                /** @description Only those that wait for a decision. */
                open?: boolean;
            };
            header?: never;
            path: {
                editionId: string;
                stageKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfHeldComment"];
                };
            };
        };
    };
    Watch_decideComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldComment"];
                };
            };
        };
    };
}
