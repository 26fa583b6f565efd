import { describe, expect, it } from '@jest/globals';
import { chosenColumns, EXPORT_COLUMNS } from './export-columns.js';

describe('the columns of an export', () => {
  it('are those asked for, in the order asked for, each once', () => expect(chosenColumns('title,state, entryNo,title')).toEqual({ columns: ['title', 'state', 'entryNo'], unknown: [] }));
  it('are the usual ones where nothing is asked for', () => expect(chosenColumns(undefined).columns).toEqual(EXPORT_COLUMNS.filter((column) => column !== 'updatedAt')));
  it('are never what a list does not show', () => expect(chosenColumns('title,idNumber,toString')).toEqual({ columns: ['title'], unknown: ['idNumber', 'toString'] }));
});
