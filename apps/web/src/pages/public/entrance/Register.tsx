import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
import { PlainForm, SelectField, TextField } from '../../../forms/plain.js';
import { useProblems } from '../../../forms/problems.js';
import { ProblemList } from '../../../forms/ProblemList.js';
import { Page } from '../../../layout/Page.js';
import { differs, NewPassword } from './new-password.js';
import { PlaceOfSchool } from './PlaceOfSchool.js';

type Registration = Schemas['SelfRegistration'];
type Role = Registration['role'];
const ROLES: Role[] = ['student', 'coach', 'school_admin'];
const SCHOOL_TYPES = ['ordinary', 'vocational', 'special', 'international', 'out_of_school', 'teaching_research'] as const;

/** An account for a student, a coach, or a school that is not represented yet; the school or the county confirms it. */
export function Register() {
  const { t } = useTranslation('entrance');
  const problems = useProblems();
  const [role, setRole] = useState<Role>('student');
  const [countyId, setCountyId] = useState('');
  const [newSchool, setNewSchool] = useState(false);
  const [busy, setBusy] = useState(false);
  const [state, setState] = useState<Schemas['Registered']['state']>();
  const schools = useQuery({
    queryKey: ['school-choices', countyId],
    queryFn: () => answer(api.GET('/api/school-choices', { params: { query: { countyId } } })),
    enabled: countyId !== '',
  });

  const send = async (values: Record<string, string>): Promise<void> => {
    const wrong = differs(values, t('differ'));
    if (wrong) return problems.take(wrong);
    setBusy(true);
    problems.clear();
    const text = (name: string): string | undefined => values[name]?.trim() || undefined;
    const stage = text('person.stage') as Registration['person']['stage'];
    try {
      const made = await answer(
        api.POST('/api/registrations', {
          body: {
            role,
            password: values.password ?? '',
            loginName: text('loginName'),
            person: { name: text('person.name') ?? '', phone: text('person.phone'), email: text('person.email'), ...(role === 'student' && { stage, grade: text('person.grade') }) },
            ...(newSchool
              ? {
                  newSchool: {
                    countyId,
                    name: text('newSchool.name') ?? '',
                    schoolType: (text('newSchool.schoolType') ?? 'ordinary') as Schemas['ProposeSchool']['schoolType'],
                    stages: ['primary', 'junior', 'senior'].filter((one) => values[`stage.${one}`] === 'on'),
                  },
                }
              : { schoolId: text('schoolId') }),
          },
        }),
      );
      setState(made.state);
    } catch (error) {
      problems.take(error);
    } finally {
      setBusy(false);
    }
  };

  if (state) {
    return (
      <Page title={t('register.title')} width="form">
        <div className="stack">
          <p className="note good" role="status">✓ {t(state === 'active' ? 'register.doneActive' : 'register.doneWaiting')}</p>
          <Link className="btn primary" to="/login">{t('toSignIn')}</Link>
        </div>
      </Page>
    );
  }
  return (
    <Page title={t('register.title')} asked={t('register.asked')} width="form">
      <div className="stack">
        <ProblemList error={problems.error} labelOf={(path) => t(`register.field.${path.replaceAll('.', '_')}`, { defaultValue: '' })} />
        <PlainForm onSubmit={(values) => void send(values)} busy={busy} submit={t('register.submit')}>
          <fieldset className="field" style={{ border: 0, padding: 0, margin: 0 }}>
            <legend className="label" style={{ fontWeight: 600, padding: 0, marginBottom: 6 }}>{t('register.who')}</legend>
            <div className="choices">
              {ROLES.map((one) => (
                <label key={one} className="choice">
                  <input type="radio" name="role" value={one} checked={role === one} onChange={() => setRole(one)} />
                  <span>{t(`register.role.${one}`)}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <TextField path="person.name" label={t('register.field.person_name')} autoComplete="name" required maxLength={50} problems={problems} />
          <PlaceOfSchool countyId={countyId} onCounty={setCountyId} problems={problems} />
          {countyId !== '' && !newSchool && (
            <SelectField path="schoolId" label={t('register.field.schoolId')} required defaultValue="" problems={problems} hint={schools.data?.length === 0 ? t('register.noSchools') : undefined}>
              <option value="" disabled>{t('register.choose')}</option>
              {schools.data?.map((school) => <option key={school.id} value={school.id}>{school.name}</option>)}
            </SelectField>
          )}
          {countyId !== '' && role !== 'student' && (
            <label className="check">
              <input type="checkbox" checked={newSchool} onChange={(event) => setNewSchool(event.target.checked)} />
              <span>{t('register.newSchool')}</span>
            </label>
          )}
          {newSchool && role !== 'student' && (
            <>
              <TextField path="newSchool.name" label={t('register.field.newSchool_name')} hint={t('register.newSchoolHint')} required maxLength={60} problems={problems} />
              <SelectField path="newSchool.schoolType" label={t('register.field.newSchool_schoolType')} defaultValue="ordinary" problems={problems}>
                {SCHOOL_TYPES.map((type) => <option key={type} value={type}>{t(`register.type.${type}`)}</option>)}
              </SelectField>
              <fieldset className="field" style={{ border: 0, padding: 0, margin: 0 }} id="f-newSchool-stages" tabIndex={-1}>
                <legend className="label" style={{ fontWeight: 600, padding: 0 }}>{t('register.field.newSchool_stages')}</legend>
                {(['primary', 'junior', 'senior'] as const).map((stage) => (
                  <label key={stage} className="check"><input type="checkbox" name={`stage.${stage}`} /><span>{t(`shell:schoolStage.${stage}`)}</span></label>
                ))}
                {problems.at('newSchool.stages') && <p className="wrong">! {problems.at('newSchool.stages')}</p>}
              </fieldset>
            </>
          )}
          {role === 'student' && (
            <>
              <SelectField path="person.stage" label={t('register.field.person_stage')} defaultValue="" required problems={problems}>
                <option value="" disabled>{t('register.choose')}</option>
                {(['primary', 'junior', 'senior'] as const).map((stage) => <option key={stage} value={stage}>{t(`shell:schoolStage.${stage}`)}</option>)}
              </SelectField>
              <TextField path="person.grade" label={t('register.field.person_grade')} hint={t('register.gradeHint')} maxLength={30} problems={problems} />
            </>
          )}
          <TextField path="person.phone" label={t('phone')} type="tel" autoComplete="tel" maxLength={25} problems={problems} />
          <TextField path="person.email" label={t('email')} hint={t('emailHint')} type="email" autoComplete="email" maxLength={200} problems={problems} />
          <TextField path="loginName" label={t('loginName')} hint={t('loginNameHint')} autoComplete="username" autoCapitalize="none" maxLength={40} problems={problems} />
          <NewPassword first problems={problems} />
        </PlainForm>
        <p><Link to="/login">{t('register.have')}</Link></p>
      </div>
    </Page>
  );
}
