/** Two gates on a line. */
export function Logo() {
  return (
    <svg viewBox="0 0 28 20" className="h-5 w-7 shrink-0 text-accent" aria-hidden="true">
      <path d="M0 10h28" stroke="currentColor" strokeWidth="1.6" opacity="0.5" />
      <path d="M8 2v16M20 2v16" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
