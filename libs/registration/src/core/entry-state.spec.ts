import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { after, ENTRY_ACTIONS, ENTRY_STATES, isEditable, statesBefore, type EntryState } from './entry-state.js';

describe('the way of an entry', () => {
  it('goes from the draft to the confirmed prize', () => {
    const way = ['submit', 'approve', 'recommendCounty', 'recommendPrefecture', 'declareEligible', 'startReview', 'shortlist', 'markFinalScored', 'award', 'enterNotice', 'confirm'] as const;
    const states = way.reduce<(EntryState | undefined)[]>((seen, action) => [...seen, after(seen.at(-1) ?? 'disqualified', action)], ['draft']);
    expect(states).toEqual(['draft', 'submitted', 'school_approved', 'county_recommended', 'prefecture_recommended', 'eligible', 'in_review', 'finalist', 'final_scored', 'awarded', 'in_notice', 'confirmed']);
  });

  it.each(ENTRY_STATES.filter((state) => !['disqualified', 'withdrawn'].includes(state)))('ends nowhere without a record: %s leads on or is reached', (state) => {
    expect(state === 'draft' || ENTRY_ACTIONS.some((action) => ENTRY_STATES.some((from) => after(from, action) === state))).toBe(true);
  });

  it('cannot be withdrawn once it is in review, nor left once it is over', () => {
    expect(statesBefore('withdraw')).toEqual(['draft', 'submitted', 'school_approved', 'county_recommended', 'prefecture_recommended', 'eligible', 'returned', 'waiting']);
    expect(ENTRY_ACTIONS.flatMap((action) => [after('disqualified', action), after('withdrawn', action)]).filter(Boolean)).toEqual([]);
  });

  it('is edited by its makers only before it goes up', () => expect(ENTRY_STATES.filter(isEditable)).toEqual(['draft', 'returned']));

  it('is after any sequence of steps in one known state, and never passes the prefecture without the county', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ENTRY_ACTIONS), { maxLength: 60 }), (actions) => {
        let state: EntryState = 'draft';
        const seen: EntryState[] = [state];
        for (const action of actions) {
          state = after(state, action) ?? state;
          seen.push(state);
        }
        expect(ENTRY_STATES).toContain(state);
        const prefecture = seen.lastIndexOf('prefecture_recommended');
        if (prefecture >= 0) {
          const since = seen.slice(0, prefecture).filter((one) => ['returned', 'draft'].includes(one) || one === 'county_recommended');
          expect(since.at(-1)).toBe('county_recommended');
        }
      }),
    );
  });
});
