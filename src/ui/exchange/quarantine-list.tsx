import Link from "next/link";
import { useTranslations } from "next-intl";
import type { AnswerView } from "@/contracts/views/exchange";
import { Instant } from "@/ui/parts/instant";
import { AnswerWords } from "./answer-words";
import { AttachAnswer } from "./attach-answer";
import { RawView } from "./raw-view";
import { ReasonDialog } from "./reason-dialog";

interface Props {
  readonly rows: readonly AnswerView[];
  readonly mayAct: boolean;
}

/** Answers that wait for a person: why, what came, and what can be done. */
export function QuarantineList({ rows, mayAct }: Props) {
  const t = useTranslations("exchange");
  return (
    <ul aria-label={t("quarantine.title")} className="flex flex-col gap-3">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-col gap-3 rounded-md border bg-panel p-3 text-sm">
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <h2 className="font-semibold break-all">{row.number ?? t("quarantine.unnumbered")}</h2>
            {row.number && row.why !== "unknown_number" ? (
              <Link href={`/broker/messages?${new URLSearchParams({ search: row.number })}`}>
                {t("quarantine.see")}
              </Link>
            ) : null}
            <Instant at={row.arrivedAt} className="ml-auto text-xs text-muted" />
          </div>
          <AnswerWords answer={row} />
          {mayAct ? (
            <div className="flex flex-wrap gap-2">
              {isAttachable(row) ? <AttachAnswer answerId={row.id} /> : null}
              <ReasonDialog
                act={t("quarantine.dismiss")}
                lead={t("quarantine.dismissLead")}
                path={`/answers/${row.id}/dismissal`}
                chosen={{}}
                done={t("quarantine.dismissed")}
              />
            </div>
          ) : null}
          <RawView path={`/answers/${row.id}/content`} words={t("raw.answer")} />
        </li>
      ))}
    </ul>
  );
}

/** Only what can be read and belongs to nothing is about a message that it does not name. */
function isAttachable({ kind, why }: AnswerView): boolean {
  return why === "unknown_number" && (kind === "receipt" || kind === "tax_bill");
}
