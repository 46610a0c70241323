import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReviewRowView } from "@/contracts/views";
import { LaneBadge } from "@/ui/gate/lane";
import { cn } from "@/ui/parts/cn";

interface Props {
  readonly rows: readonly ReviewRowView[];
  readonly state: "open" | "decided";
  readonly current: string | null;
  readonly isNarrow?: boolean;
}

/** The cases, oldest first, with their lane, their strongest reasons and who has them. */
export function ReviewQueue({ rows, state, current, isNarrow = false }: Props) {
  const t = useTranslations("review");
  const gates = useTranslations("gates");
  const reasons = useTranslations("reasons");
  const format = useFormatter();
  return (
    <div>
      {isNarrow ? (
        <h2 className="mb-2 text-sm font-semibold">{t("queue")}</h2>
      ) : (
        <nav aria-label={t("which")} className="mb-4 flex gap-1">
          {(["open", "decided"] as const).map((each) => (
            <Link
              key={each}
              href={`?state=${each}`}
              aria-current={each === state ? "page" : undefined}
              className={cn(
                "rounded-md px-3 py-1.5 text-sm",
                each === state ? "bg-accent-soft font-medium text-accent" : "text-muted hover:bg-raised",
              )}
            >
              {t(`state.${each}`)}
            </Link>
          ))}
        </nav>
      )}
      {rows.length === 0 ? <p className="py-12 text-center text-muted">{t("empty")}</p> : null}
      <ul className="flex flex-col gap-2">
        {rows.map((row) => (
          <li
            key={row.caseId}
            className={cn(
              "relative rounded-md border bg-panel px-4 py-3 hover:bg-raised",
              row.caseId === current && "border-accent bg-accent-soft",
            )}
          >
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
              <LaneBadge lane={row.lane} />
              <Link
                href={`/compliance/reviews/${row.caseId}`}
                className="font-medium text-accent after:absolute after:inset-0"
              >
                {row.reference}
              </Link>
              <span className="text-[13px] text-muted">{gates(`stage.${row.stage}`)}</span>
              {isNarrow ? null : <span className="text-[13px] text-muted">{row.broker}</span>}
              {row.value && !isNarrow ? (
                <span className="text-[13px]">{`${format.number(Number(row.value.amount), { minimumFractionDigits: 2 })} ${row.value.currency}`}</span>
              ) : null}
              <span className="ml-auto text-[13px] text-muted">{format.relativeTime(new Date(row.openedAt))}</span>
            </div>
            <p className="mt-1 flex flex-wrap gap-x-3 text-[13px]">
              {row.reasons.map((reason) => (
                <span key={reason}>{shortReason(reasons, reason, t)}</span>
              ))}
            </p>
            <p className="mt-0.5 flex flex-wrap gap-x-3 text-[12px] text-muted">
              <span>{t("score", { score: row.score })}</span>
              {row.needsTwoOfficers ? (
                <span className="font-medium">{t("twoOfficers", { decisions: row.decisions })}</span>
              ) : null}
              {row.claimedBy ? (
                <span>{row.claimedByMe ? t("mine") : t("claimedBy", { name: row.claimedBy })}</span>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Reasons = ReturnType<typeof useTranslations<"reasons">>;
type Review = ReturnType<typeof useTranslations<"review">>;

function shortReason(reasons: Reasons, code: string, t: Review): string {
  if (code.startsWith("factor.")) {
    const factor = code.slice("factor.".length);
    return t.has(`factor.${factor}`) ? t(`factor.${factor}`) : factor;
  }
  return reasons.has(code) ? reasons(code) : code;
}
