import type { ReactNode } from "react";

interface Props {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** What can be done on the page as a whole. */
  readonly children?: ReactNode;
}

/** What the page is, and what can be done on it. */
export function PageHeader({ title, lead, children }: Props) {
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <div className="min-w-0">
        <h1 className="text-xl font-semibold">{title}</h1>
        {lead ? <p className="text-sm text-muted">{lead}</p> : null}
      </div>
      {children ? <div className="ml-auto flex flex-wrap items-center gap-2">{children}</div> : null}
    </div>
  );
}
