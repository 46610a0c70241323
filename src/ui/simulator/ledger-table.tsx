import { useTranslations } from "next-intl";
import type { LedgerEntry } from "@/contracts/simulator";
import { Badge } from "@/ui/parts/badge";

/** The newest come first; a hundred are enough to see what goes wrong. */
const SHOWN = 100;

/** What the simulated authority took, what it forgot, and what it answered how often. */
export function LedgerTable({ rows }: { readonly rows: readonly LedgerEntry[] }) {
  const t = useTranslations("simulator");
  if (rows.length === 0) return <p className="text-sm text-muted">{t("ledger.empty")}</p>;
  const answers = rows.flatMap((row) => row.answers);
  const sums = {
    messages: rows.length,
    repeated: rows.filter(({ sendings }) => sendings > 1).length,
    forgotten: rows.filter(({ isLost }) => isLost).length,
    answers: answers.length,
    undelivered: answers.filter(({ deliveries }) => deliveries === 0).length,
    twice: answers.filter(({ deliveries }) => deliveries > 1).length,
  };
  return (
    <div className="flex flex-col gap-4">
      <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
        {Object.entries(sums).map(([name, figure]) => (
          <div key={name} className="flex items-baseline gap-2">
            <dt className="text-muted">{t(`ledger.${name}`)}</dt>
            <dd className="font-medium tabular-nums">{figure}</dd>
          </div>
        ))}
      </dl>
      <div className="overflow-x-auto rounded-md border bg-panel">
        <table aria-label={t("ledger.title")} className="w-full border-collapse text-sm">
          <thead>
            <tr className="bg-raised text-left text-xs text-muted">
              {(["number", "kind", "sendings", "answered"] as const).map((name) => (
                <th key={name} scope="col" className="h-8 whitespace-nowrap border-b px-3">
                  {t(`ledger.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows
              .slice(-SHOWN)
              .reverse()
              .map((row) => (
                <tr key={row.guid} className="border-t first:border-t-0">
                  <td className="whitespace-nowrap px-3 py-1.5 font-mono text-xs">{row.number ?? row.guid}</td>
                  <td className="whitespace-nowrap px-3 py-1.5">{t(`ledger.kinds.${kindOf(row.kind)}`)}</td>
                  <td className="px-3 py-1.5 tabular-nums">{row.sendings}</td>
                  <td className="px-3 py-1.5">
                    <span className="flex flex-wrap gap-1">
                      {row.isLost ? <Badge>{t("ledger.isForgotten")}</Badge> : null}
                      {row.answers.map(({ status, returnedAt, deliveries }) => (
                        <Badge key={`${status} ${returnedAt}`}>
                          {status} × {deliveries}
                        </Badge>
                      ))}
                    </span>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const KINDS = ["inventory", "declaration", "return", "cancellation"] as const;

function kindOf(kind: string): (typeof KINDS)[number] | "other" {
  return KINDS.find((each) => each === kind) ?? "other";
}
