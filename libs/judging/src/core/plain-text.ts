/** Spaces, dots inside foreign names and width make no difference to a reader. */
export const plainText = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s·•・.．]/gu, '');
