import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface Props {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly words: string;
  readonly children: ReactNode;
}

/** A page that could not be shown: what happened, what to do, and the way out. */
export function Trouble({ icon: Icon, title, words, children }: Props) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-start px-6 py-24">
      <span className="mb-4 inline-flex size-10 items-center justify-center rounded-md border bg-panel">
        <Icon aria-hidden className="size-5 text-muted" strokeWidth={1.75} />
      </span>
      <h1 className="text-xl font-semibold">{title}</h1>
      <p className="mt-1 text-muted">{words}</p>
      <div className="mt-6 flex gap-2">{children}</div>
    </div>
  );
}
