import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface Props {
  readonly icon: LucideIcon;
  /** One sentence. */
  readonly words: string;
  /** One action. */
  readonly action?: ReactNode;
}

/** Nothing is here yet: one sentence, one action. */
export function EmptyState({ icon: Icon, words, action }: Props) {
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-14 text-center">
      <Icon aria-hidden className="size-6 text-muted" strokeWidth={1.5} />
      <p className="max-w-md text-muted">{words}</p>
      {action}
    </div>
  );
}
