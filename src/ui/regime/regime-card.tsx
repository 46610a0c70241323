import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { citationIn } from "@/contracts/citations";
import type { RegimeOutcomeView, SimulatedRequirementView } from "@/contracts/views/simulation";
import { STAGES } from "@/domain/clearance/lifecycle";
import { IssueList } from "@/ui/declaration/issue-list";
import { LaneBadge } from "@/ui/gate/lane";
import { Amount, formatAmount } from "@/ui/parts/amount";
import { Badge } from "@/ui/parts/badge";
import { cn } from "@/ui/parts/cn";
import { Supervision } from "@/ui/requirement/supervision";

interface Props {
  readonly outcome: RegimeOutcomeView;
  /** How much more is due than under the option with the least tax; null where nothing can be said. */
  readonly more: string | null;
  readonly isDeclared: boolean;
}

/** What would become of the goods under one regime. */
export function RegimeCard({ outcome, more, isDeclared }: Props) {
  const t = useTranslations("regimes");
  const names = useTranslations("overview");
  const locale = useLocale();
  const { tax, issues, lane, agreement, regime } = outcome;
  const name = names(`regimeName.${regime}`);
  const isLeast = more !== null && !/[1-9]/.test(more);
  return (
    <article
      className={cn("flex w-full min-w-0 flex-col rounded-md border bg-panel", isLeast && "border-green/50")}
      aria-label={agreement ? t("withAgreement", { regime: name, agreement }) : name}
    >
      <header className="flex min-h-16 flex-wrap items-start gap-x-2 gap-y-1 border-b px-3 py-2.5">
        <h3 className="text-base font-semibold">
          {agreement ? t("withAgreement", { regime: name, agreement }) : name}
        </h3>
        <span className="ml-auto flex gap-1.5">
          {isDeclared ? <Badge tone="accent">{t("now")}</Badge> : null}
          {isLeast ? <Badge tone="green">✓ {t("cheapest")}</Badge> : null}
        </span>
      </header>
      <div className="border-b px-3 py-3">
        <p className="text-xs text-muted">{t("row.tax")}</p>
        {tax ? (
          <>
            <p className="text-xl font-semibold">
              <Amount value={tax.total} currency={tax.currency} />
            </p>
            <p className="min-h-5 text-xs text-muted">
              {more !== null && !isLeast ? t("more", { amount: formatAmount(more, locale) }) : null}
            </p>
            <dl className="mt-1.5 grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 text-sm">
              {(["duty", "consumption_tax", "vat"] as const).map((kind) => (
                <Figure key={kind} name={t(`row.${kind}`)} value={amountOf(tax, kind)} />
              ))}
            </dl>
          </>
        ) : (
          <div className="pt-1">
            <p className="mb-2 text-sm font-medium text-red">
              <span aria-hidden>■ </span>
              {t("notAdmitted")}
            </p>
            <IssueList issues={issues} />
          </div>
        )}
        {agreement && tax ? (
          <p className="mt-2 text-xs text-muted">
            {outcome.preferredLines.length > 0
              ? t("needsProof", { lines: outcome.preferredLines.join(", ") })
              : t("noPreference", { agreement })}
          </p>
        ) : null}
      </div>
      {STAGES.map((stage, index) => (
        <Part key={stage} title={t("gate", { number: index + 1 })}>
          <Asked requirements={outcome.requirements[stage]} />
        </Part>
      ))}
      {outcome.supervision.length > 0 ? (
        <Part title={t("row.supervision")}>
          <Supervision supervision={outcome.supervision} />
        </Part>
      ) : null}
      <Part title={t("row.clocks")}>
        <ul className="flex flex-col gap-1 text-sm">
          {outcome.clocks.map((clock) => (
            <li key={clock.code} title={citationIn(clock.citation, locale)}>
              <strong className="font-medium">
                {clock.unit === "hours"
                  ? t("unit.hours", { value: clock.value })
                  : t("unit.days", { value: clock.value })}
              </strong>{" "}
              <span className="text-muted">{t.has(`clock.${clock.code}`) ? t(`clock.${clock.code}`) : clock.code}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t("row.lane")} isLast>
        {lane ? (
          <p className="flex flex-wrap items-center gap-x-2 text-sm">
            <LaneBadge lane={lane.lane} />
            <span className="text-xs text-muted">{t("laneWhy", { score: lane.score })}</span>
          </p>
        ) : (
          <span className="text-sm text-muted">—</span>
        )}
      </Part>
    </article>
  );
}

function amountOf(tax: NonNullable<RegimeOutcomeView["tax"]>, kind: "duty" | "consumption_tax" | "vat"): string {
  return { duty: tax.duty, consumption_tax: tax.consumptionTax, vat: tax.vat }[kind];
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="text-right">
        <Amount value={value} />
      </dd>
    </>
  );
}

function Part({
  title,
  isLast = false,
  children,
}: {
  readonly title: string;
  readonly isLast?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section className={cn("px-3 py-2.5", isLast ? "mt-auto border-t" : "border-b last:border-b-0")}>
      <h4 className="mb-1 text-xs text-muted">{title}</h4>
      {children}
    </section>
  );
}

/** What a gate asks for: the papers first, then what is met already, then what the regime does not ask. */
function Asked({ requirements }: { readonly requirements: readonly SimulatedRequirementView[] }) {
  const t = useTranslations("regimes");
  const reasons = useTranslations("reasons");
  const open = requirements.filter(({ state }) => state === "missing" || state === "failed");
  const others = requirements.filter(({ state }) => state === "verified" || state === "waived");
  const titleOf = (code: string) =>
    reasons.has(`requirement.${code}`) ? reasons(`requirement.${code}`) : code.replaceAll("_", " ");
  return (
    <>
      <p className={cn("text-sm font-medium", open.length > 0 ? "text-yellow" : "text-green")}>
        <span aria-hidden>{open.length > 0 ? "▲ " : "✓ "}</span>
        {t("papers", { count: open.length })}
      </p>
      <ul className="mt-0.5 flex flex-col gap-0.5 text-sm">
        {open.map(({ code, state }) => (
          <li key={code} className={state === "failed" ? "text-red" : undefined}>
            {titleOf(code)}
          </li>
        ))}
        {others.map(({ code, state }) => (
          <li key={code} className="text-muted">
            <span aria-hidden>{state === "verified" ? "✓ " : "– "}</span>
            {titleOf(code)}
            {state === "waived" ? <span className="text-xs"> · {t("waived")}</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
