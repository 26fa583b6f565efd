import qrcode from 'qrcode';
import { conditionHolds, entryType, type EntryTypeRules, type FormField, type Rulebook, type Words } from '#libs/contests';
import { currentContext, text } from '#libs/platform';
import type { PrintedApplication } from './application-form-template.js';
import { askedBy } from './core/check-form.js';
import { shortHash } from './core/check-materials.js';
import { formHash, type FormContent } from './core/form-content.js';

const say = (words: Words | undefined): string => words?.[currentContext().language] ?? '';
const label = (key: string, params: Record<string, string> = {}): string => text(`applicationForm.${key}`, params);

function shown(field: FormField, value: unknown): string {
  const option = (key: unknown): string => say(field.options?.find((one) => one.key === key)?.label) || String(key);
  if (field.kind === 'flag') return label(value === true ? 'yes' : 'no');
  if (value === undefined || value === null || value === '') return label('empty');
  if (field.kind === 'choice') return option(value);
  if (field.kind === 'choices') return (Array.isArray(value) ? value : [value]).map(option).join(label('comma'));
  return String(value);
}

/** The dark squares of a QR code for the address, row by row as 1 and 0, with the quiet border. */
function modulesOf(address: string): string[] {
  const { modules } = qrcode.create(address, { errorCorrectionLevel: 'M' });
  const rows = Array.from({ length: modules.size }, (_, y) => Array.from({ length: modules.size }, (_, x) => (modules.get(y, x) ? '1' : '0')).join(''));
  const empty = '0'.repeat(modules.size + 2);
  return [empty, ...rows.map((row) => `0${row}0`), empty];
}

const named = (options: { key: string; label: Words }[] | undefined, key: string | null): string => say(options?.find((one) => one.key === key)?.label);

function peopleOf(content: FormContent, rules: EntryTypeRules): PrintedApplication['people'] {
  const teacher = rules.entrant === 'teacher';
  const columns = teacher ? ['order', 'name', 'sex', 'school'] : ['order', 'name', 'sex', 'birth', 'school', 'stage', 'grade'];
  const rows = content.members.map((member, index) => {
    const all: Record<string, string> = {
      order: String(index + 1), name: member.name, sex: member.sex ? label(`sexes.${member.sex}`) : '', birth: member.birthDate ?? '', school: member.school ?? '',
      stage: member.stage ? label(`stages.${member.stage}`) : '', grade: member.grade ?? '',
    };
    return columns.map((column) => all[column] ?? '');
  });
  return {
    heading: label(teacher ? 'teacher' : 'members'), columns: columns.map((column) => label(`columns.${column}`)), wide: columns.indexOf('school'), rows,
    shares: content.members.filter((member) => member.share.trim() !== '').map((member) => [label('shareOf', { name: member.name }), member.share]),
  };
}

function commitmentsOf(content: FormContent, rules: EntryTypeRules): PrintedApplication['commitments'] {
  return {
    heading: label('commitments'), date: label('date'),
    texts: rules.signatures.map((signature) => {
      const members = signature.by === 'member';
      return {
        who: label(members ? (rules.entrant === 'teacher' ? 'byTeacher' : 'byMember') : 'byCoach'), text: say(signature.text),
        signers: (members ? content.members : content.coaches).map((person) => ({
          name: person.name, signature: label('signature'), more: members && rules.entrant === 'students' ? [label('guardian')] : [],
        })),
      };
    }).filter((one) => one.signers.length > 0),
  };
}

/** The form of an entry as it is printed, from the content and the rules it was printed under. `address` is where its code can be checked. */
export function applicationOf(content: FormContent, rulebook: Rulebook, edition: string, address: string): PrintedApplication {
  const rules = entryType(rulebook, content.type);
  const sha256 = formHash(content);
  const values = askedBy(content);
  const facts: [string, string][] = [
    [label('type'), say(rules.label)], [label('group'), named(rulebook.groups, content.groupKey)], [label('class'), named(rules.classes, content.classKey)],
    [label('discipline'), named(rulebook.disciplines, content.discipline)], [label('school'), content.school], [label('collective'), label(content.members.length >= rules.team.collectiveFrom ? 'team' : 'single')],
  ];
  const kept = facts.filter(([, value]) => value !== '');
  return {
    title: content.title.trim() || label('untitled'), edition: label('formOf', { edition }),
    facts: kept.length % 2 === 0 ? kept : [...kept, ['', '']],
    people: peopleOf(content, rules),
    coaches: {
      heading: label('coaches'), columns: ['order', 'name', 'school', 'post'].map((column) => label(`columns.${column}`)), wide: 2,
      rows: content.coaches.map((coach, index) => [String(index + 1), coach.name, coach.school ?? '', coach.post ?? '']),
    },
    fields: { heading: label('content'), rows: rules.fields.filter((field) => conditionHolds(field.when, values)).map((field) => [say(field.label), shown(field, content.form[field.key])]) },
    materials: {
      heading: label('materials'), columns: ['slot', 'file', 'sha256'].map((column) => label(`columns.${column}`)), wide: 1,
      rows: content.materials.map((file) => [named(rules.materials, file.slot) || file.slot, file.name, shortHash(file.sha256)]),
    },
    commitments: commitmentsOf(content, rules),
    stamps: {
      heading: label('opinions'),
      boxes: ['school', 'county'].map((level) => ({ title: label(`opinion.${level}`), text: label(`opinionText.${level}`), stamp: label('stamp'), date: label('date') })),
    },
    check: { label: label('code'), code: shortHash(sha256), sha256, hint: label('scan'), address, modules: modulesOf(address) },
    disclaimer: say(rulebook.disclaimer),
  };
}
