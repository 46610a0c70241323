import { useTranslations } from "next-intl";
import type { ReviewRowView } from "@/contracts/views/review";
import { cn } from "@/ui/parts/cn";
import { QueueCard } from "./queue-card";

interface Props {
  readonly rows: readonly ReviewRowView[];
  readonly current: string;
}

/** The queue beside the case that is open. */
export function SideQueue({ rows, current }: Props) {
  const t = useTranslations("review");
  return (
    <nav
      aria-label={t("queue")}
      className="sticky top-12 hidden h-[calc(100dvh-3rem)] overflow-y-auto border-r bg-rail/50 xl:block"
    >
      <h2 className="px-4 pb-2 pt-4 text-xs font-medium text-muted">{t("queueOf", { count: rows.length })}</h2>
      <ul>
        {rows.map((row) => (
          <li
            key={row.caseId}
            className={cn(
              "relative border-l-2 px-3.5 py-2.5 hover:bg-raised",
              row.caseId === current ? "border-accent bg-accent-soft" : "border-transparent",
            )}
          >
            <QueueCard row={row} isHere={row.caseId === current} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
