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
    "/api/admin/jobs/{id}": {
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
        /** @enum {string} */
        LinkPurpose: "invitation" | "password_reset" | "claim";
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
        };
        EditSecurityPolicy: {
            requireSecondFactor: boolean;
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
            /** @description Key of an entry type, or * for all types together. */
            entryType: string;
            places: number;
        };
        QuotasInput: {
            quotas: components["schemas"]["QuotaInput"][];
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
}
