/** A passage with what was found marked in it. */
export function PassageText({ passage }: { passage: { before: string; match: string; after: string } }) {
  return (
    <span className="passage">
      {passage.before && `…${passage.before}`}<mark>{passage.match}</mark>{passage.after && `${passage.after}…`}
    </span>
  );
}
