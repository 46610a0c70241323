import { useTranslations } from "next-intl";
import type { ShipmentView } from "@/contracts/views/shipment";
import type { RegimeOutcomeView, SimulationView } from "@/contracts/views/simulation";
import { compare, decimal, formatDecimal, subtract } from "@/domain/shared/decimal";
import { IssueList } from "@/ui/declaration/issue-list";
import { Alert } from "@/ui/parts/alert";
import { RegimeCard } from "./regime-card";

interface Props {
  readonly shipment: ShipmentView;
  readonly simulation: SimulationView;
}

/** The same goods under four regimes, beside each other: what is due, what is asked, how long, and which lane. */
export function Regimes({ shipment, simulation }: Props) {
  const t = useTranslations("regimes");
  const { outcomes, issues, lawDate } = simulation;
  const least = leastOf(outcomes);
  const declared = shipment.declaration.values.find(({ name }) => name === "preference")?.value ?? null;
  return (
    <div className="flex flex-col gap-5 px-4 pt-5 md:px-6">
      <p className="text-sm text-muted">{t("intro", { date: lawDate })}</p>
      {issues.length > 0 ? (
        <Alert tone="warning">
          <p className="mb-2 font-medium">{t("incomplete")}</p>
          <IssueList issues={issues} />
        </Alert>
      ) : null}
      <ul className="grid grid-cols-1 gap-4 md:grid-cols-2 xl:grid-cols-4">
        {outcomes.map((outcome) => (
          <li key={`${outcome.regime}-${outcome.agreement ?? ""}`} className="flex min-w-0">
            <RegimeCard
              outcome={outcome}
              more={least === null || !outcome.tax ? null : formatDecimal(difference(outcome.tax.total, least))}
              isDeclared={outcome.regime === shipment.regime && outcome.agreement === declared}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function leastOf(outcomes: readonly RegimeOutcomeView[]): string | null {
  const totals = outcomes.flatMap(({ tax }) => (tax ? [tax.total] : []));
  return totals.toSorted((a, b) => compare(decimal(a), decimal(b)))[0] ?? null;
}

function difference(total: string, least: string) {
  return subtract(decimal(total), decimal(least));
}
