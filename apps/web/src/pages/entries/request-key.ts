/** A key that the same page sends with every try, so that a lost answer never makes two drafts; works without HTTPS too. */
export const newKey = (): string => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');
