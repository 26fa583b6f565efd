import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { useConfirm } from '../../../confirm/useConfirm.js';
import { fieldId } from '../../../forms/problems.js';
import { useAutosave } from '../../../drafts/useAutosave.js';
import { FoundWork } from '../../../drafts/FoundWork.js';
import { showDay } from '../../../i18n/time.js';
import { hasRole, useMe } from '../../../session/session.js';
import { Failure } from '../../../status/Failure.js';
import { useEntryAct, type EntryView, type MemberView } from '../entry-data.js';
import { FieldFrame, tied } from '../form/FieldFrame.js';
import { characters } from '../form/words.js';
import { useTellSaving } from '../saving.js';
import { AddMember } from './AddMember.js';
import { ClaimLink } from './ClaimLink.js';
import { CompletePerson } from './CompletePerson.js';
import { ROSTER_ROLES } from './PersonSearch.js';
import type { StepProps } from './step-props.js';

const SHARE_MAX = 500;

/** Who made the work, in the order that certificates will keep. */
export function MembersStep({ entry, type, wrongAt, wrongUnder, editable }: StepProps) {
  const { t } = useTranslation('entries');
  const [adding, setAdding] = useState(entry.members.length === 0);
  const order = useEntryAct(entry.id, (memberIds: string[]) =>
    answer(api.PUT('/api/entries/{id}/members/order', { params: { path: { id: entry.id } }, body: { memberIds } })));
  const room = entry.members.length < type.team.max;
  const move = (index: number, by: number): void => {
    const ids = entry.members.map((member) => member.id);
    const [moved] = ids.splice(index, 1);
    ids.splice(index + by, 0, moved!);
    order.mutate(ids);
  };
  const general = wrongAt('members');
  return (
    <div className="stack" id={fieldId('members')} tabIndex={-1}>
      <p className="quiet">
        {t(type.entrant === 'teacher' ? 'members.introTeacher' : type.team.max === 1 ? 'members.introOne' : type.team.min > 1 ? 'members.introGroup' : 'members.introTeam', { min: type.team.min, max: type.team.max })}
      </p>
      {general.map((sentence) => (
        <p key={sentence} className="note needs">{sentence}</p>
      ))}
      {entry.members.map((member, index) => (
        <MemberCard
          key={member.id}
          entry={entry}
          member={member}
          index={index}
          teacher={type.entrant === 'teacher'}
          needsShare={type.team.shares && entry.members.length >= type.team.collectiveFrom}
          wrong={wrongUnder(`members[${index}]`).filter((sentence) => !wrongAt(`members[${index}].consent`).includes(sentence) && !wrongAt(`members[${index}].signature`).includes(sentence))}
          shareWrong={wrongAt(`members[${index}].share`)}
          editable={editable}
          moveUp={index > 0 ? () => move(index, -1) : undefined}
          moveDown={index < entry.members.length - 1 ? () => move(index, 1) : undefined}
        />
      ))}
      {order.isError && <Failure error={order.error} />}
      {editable && room && (adding ? (
        <AddMember entry={entry} entrant={type.entrant} close={() => setAdding(false)} />
      ) : (
        <div>
          <button type="button" className="btn" onClick={() => setAdding(true)}>{t(type.entrant === 'teacher' ? 'members.addTeacher' : 'members.add')}</button>
        </div>
      ))}
      {editable && !room && type.team.max > 1 && <p className="small quiet">{t('members.full', { max: type.team.max })}</p>}
    </div>
  );
}

interface MemberCardProps {
  entry: EntryView;
  member: MemberView;
  index: number;
  /** A teacher who enters alone: no school stage, and an identity number only where the rules want one. */
  teacher: boolean;
  needsShare: boolean;
  wrong: string[];
  shareWrong: string[];
  editable: boolean;
  moveUp?: () => void;
  moveDown?: () => void;
}

function MemberCard({ entry, member, index, teacher, needsShare, wrong, shareWrong, editable, moveUp, moveDown }: MemberCardProps) {
  const { t } = useTranslation('entries');
  const ask = useConfirm();
  const remove = useEntryAct(entry.id, (memberId: string) =>
    answer(api.DELETE('/api/entries/{id}/members/{memberId}', { params: { path: { id: entry.id, memberId } } })));
  const me = useMe();
  const mayComplete = hasRole(me, ...ROSTER_ROLES);
  const lacks = !teacher && (!member.hasIdentity || member.birthDate === null || member.schoolStage === null);
  const mayClaim = mayComplete && !teacher && member.personId !== me.personId;
  const facts = [
    member.sex && t(`sex.${member.sex}`),
    member.birthDate && t('members.born', { day: showDay(member.birthDate) }),
    member.schoolName,
    member.schoolStage && t(`shell:schoolStage.${member.schoolStage}`),
    member.grade,
    (!teacher || member.hasIdentity) && t(member.hasIdentity ? 'members.identityGiven' : 'members.identityMissing'),
  ].filter(Boolean);
  const path = `members[${index}]`;
  return (
    <section className={`item ${wrong.length > 0 ? 'wrong-item' : ''}`} id={fieldId(path)} tabIndex={-1} aria-label={member.name}>
      <div className="item-head">
        <strong>{teacher ? '' : t('members.position', { number: index + 1 })} {member.name}</strong>
        {editable && (
          <span className="row" style={{ gap: 4 }}>
            {moveUp && <button type="button" className="btn bare" onClick={moveUp} aria-label={t('members.upNamed', { name: member.name })}>↑</button>}
            {moveDown && <button type="button" className="btn bare" onClick={moveDown} aria-label={t('members.downNamed', { name: member.name })}>↓</button>}
            <button
              type="button"
              className="btn bare"
              disabled={remove.isPending}
              aria-label={t('members.removeNamed', { name: member.name })}
              onClick={async () => {
                if (await ask({ title: t('members.removeTitle', { name: member.name }), effects: [t('members.removeEffect')], verb: t('remove'), danger: true })) remove.mutate(member.id);
              }}
            >
              {t('remove')}
            </button>
          </span>
        )}
      </div>
      <p className="small quiet" style={{ margin: 0 }}>{facts.join(' · ')}</p>
      {needsShare && <Share entry={entry} member={member} path={`${path}.share`} wrong={shareWrong} editable={editable} />}
      {wrong.filter((sentence) => !shareWrong.includes(sentence)).map((sentence) => (
        <p key={sentence} className="field" style={{ margin: 0 }}><span className="wrong"><span aria-hidden="true">!</span>{sentence}</span></p>
      ))}
      {remove.isError && <Failure error={remove.error} />}
      {editable && lacks && (mayComplete ? <CompletePerson entryId={entry.id} member={member} path={path} /> : <p className="small quiet" style={{ margin: 0 }}>{t('members.askSchool')}</p>)}
      {editable && mayClaim && <ClaimLink member={member} />}
    </section>
  );
}

/** What this member did; saved like the rest of the entry while one types. */
function Share({ entry, member, path, wrong, editable }: { entry: EntryView; member: MemberView; path: string; wrong: string[]; editable: boolean }) {
  const { t } = useTranslation('entries');
  const me = useMe();
  const [typed, setTyped] = useState<string>();
  const act = useEntryAct(entry.id, (share: string) =>
    answer(api.PATCH('/api/entries/{id}/members/{memberId}', { params: { path: { id: entry.id, memberId: member.id } }, body: { share } })));
  const autosave = useAutosave<string>({
    key: `${me.id}/entry/${entry.id}/share/${member.id}`,
    version: undefined,
    save: async (share) => {
      await act.mutateAsync(share);
    },
  });
  useTellSaving(autosave.state);
  const value = typed ?? member.share;
  return (
    <>
      <FoundWork autosave={autosave} onTake={setTyped} />
      <FieldFrame path={path} label={t('members.share')} hint={t('members.shareHint')} required wrong={wrong} count={t('field.count', { count: characters(value), max: SHARE_MAX })}>
        <textarea
          rows={3}
          disabled={!editable}
          {...tied(path, wrong, true)}
          value={value}
          onChange={(event) => {
            setTyped(event.target.value);
            autosave.change(event.target.value);
          }}
        />
      </FieldFrame>
    </>
  );
}
