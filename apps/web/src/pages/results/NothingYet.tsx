/** One quiet line where a list will be: what is missing, and how it comes about. */
export function NothingYet({ title, how }: { title: string; how: string }) {
  return <p className="quiet nothing-yet"><span>{title}</span> <span>{how}</span></p>;
}
