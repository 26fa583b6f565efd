/** How much is done, as a bar with its numbers. */
export function Bar({ value, of }: { value: number; of: number }) {
  return (
    <span className="bar" role="img" aria-label={`${value} / ${of}`}>
      <span className="bar-line"><span style={{ width: `${of === 0 ? 0 : Math.min(100, (value / of) * 100)}%` }} /></span>
      <span className="tnum small">{value} / {of}</span>
    </span>
  );
}
