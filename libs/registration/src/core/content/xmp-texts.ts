const MOST = 200;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : name.startsWith('#') ? Number(name.slice(1)) : undefined;
    if (code === undefined) return ENTITIES[name] ?? whole;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** Texts of an XMP packet by the names of their properties: elements' contents and attributes' values. */
export function xmpTexts(packet: string): [string, string][] {
  const found: [string, string][] = [];
  const open: string[] = [];
  for (const match of packet.matchAll(/<(\/?)([\w.-]+:[\w.-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>([^<]*)/g)) {
    if (found.length >= MOST) break;
    const [, closing, name = '', attributes = '', empty, content = ''] = match;
    if (closing) open.pop();
    else if (!empty) open.push(name);
    for (const [, attribute = '', quoted = ''] of attributes.matchAll(/\s([\w.:-]+)\s*=\s*("[^"<]*"|'[^'<]*')/g)) {
      const value = unescaped(quoted.slice(1, -1)).trim();
      if (value !== '' && !attribute.startsWith('xmlns') && !attribute.startsWith('rdf:')) found.push([attribute, value]);
    }
    const text = unescaped(content).trim();
    // A list's items carry the name of the property around the list.
    if (text !== '' && !closing) found.push([[...open, name].reverse().find((one) => !one.startsWith('rdf:')) ?? name, text]);
  }
  return found;
}
