import { useLocale, useTranslations } from "next-intl";
import { citationIn } from "@/contracts/citations";
import type { PlanItemView, PlanView } from "@/contracts/views/plan";
import { STAGES, type Stage } from "@/domain/clearance/lifecycle";
import { Section } from "@/ui/parts/card";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";

/** One declaration, two ends: what is checked at which gate, why, and what is not repeated. */
export function RoutingPlan({ plan }: { readonly plan: PlanView }) {
  const t = useTranslations("plan");
  const gates = useTranslations("gates");
  return (
    <div className="flex flex-col gap-8 px-4 pt-5 md:px-6">
      <p className="max-w-3xl text-sm text-muted">{t("lead")}</p>
      {plan.items.length === 0 ? (
        <p className="rounded-md border border-dashed px-4 py-5 text-sm text-muted">{t("notLodged")}</p>
      ) : (
        STAGES.map((stage, index) => (
          <Section key={stage} title={`${gates("gate", { number: index + 1 })} · ${gates(`stage.${stage}`)}`}>
            <PlanTable plan={plan} stage={stage} />
          </Section>
        ))
      )}
    </div>
  );
}

interface TableProps {
  readonly plan: PlanView;
  readonly stage: Stage;
}

/** The items of one gate, line by line. */
export function PlanTable({ plan, stage }: TableProps) {
  const t = useTranslations("plan");
  const gates = useTranslations("gates");
  const items = plan.items.filter((each) => each.stage === stage);
  const goods = new Map(plan.lines.map((line) => [line.line, line]));
  return (
    <Table label={`${t("title")}: ${gates(`stage.${stage}`)}`} isStacked>
      <thead>
        <TableRow>
          <TableHead>{t("what")}</TableHead>
          <TableHead>{t("standing")}</TableHead>
          <TableHead>{t("why")}</TableHead>
          <TableHead>{t("by")}</TableHead>
        </TableRow>
      </thead>
      <tbody>
        {items.map((item) => (
          <TableRow key={`${item.line}-${item.check}-${item.requirement ?? ""}`}>
            <TableCell column={t("what")}>
              <What item={item} />
              <span className="block text-xs text-muted">
                {t("line", { line: item.line })} · <code>{goods.get(item.line)?.commodityCode}</code>
              </span>
            </TableCell>
            <TableCell column={t("standing")}>
              <Standing item={item} />
            </TableCell>
            <TableCell column={t("why")}>
              <Why item={item} />
            </TableCell>
            <TableCell column={t("by")}>
              {t(`authority.${item.authority}`)}
              <span className="block text-xs text-muted">{t("officers", { count: item.officers })}</span>
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

interface OfItem {
  readonly item: PlanItemView;
}

function What({ item: { check, requirement } }: OfItem) {
  const t = useTranslations("plan");
  const reasons = useTranslations("reasons");
  const title = `requirement.${requirement ?? ""}`;
  return (
    <span className="font-medium">
      {t(`check.${check}`)}
      {requirement ? `: ${reasons.has(title) ? reasons(title) : requirement}` : null}
    </span>
  );
}

function Why({ item: { requirement, reason, parameters, citation } }: OfItem) {
  const t = useTranslations("plan");
  const reasons = useTranslations("reasons");
  const locale = useLocale();
  const why = `requirement_reason.${reason}`;
  const ofPaper = reasons.has(why) ? reasons(why, parameters) : reason;
  return (
    <>
      {requirement ? ofPaper : t.has(`reason.${reason}`) ? t(`reason.${reason}`) : reason}
      <span className="block text-xs text-muted">{citationIn(citation, locale)}</span>
    </>
  );
}

function Standing({ item: { standing } }: OfItem) {
  const t = useTranslations("plan");
  if (standing.kind === "due") return <span className="font-medium text-yellow">▲ {t("due")}</span>;
  if (standing.kind === "if_selected") return <span className="text-muted">○ {t("ifSelected")}</span>;
  if (standing.kind === "not_needed") return <span className="text-muted">– {t("notNeeded")}</span>;
  if (standing.kind === "not_made") return <span className="text-muted">○ {t("notMade")}</span>;
  if (standing.kind === "done")
    return (
      <span className={standing.verdict === "passed" ? "text-green" : "font-medium text-red"}>
        {standing.verdict === "passed" ? "✓" : "■"} {t(`done.${standing.verdict}`)}
        {standing.on ? <span className="block text-xs text-muted">{t("on", { day: standing.on })}</span> : null}
      </span>
    );
  if (standing.kind === "not_repeated")
    return (
      <span className="text-green">
        – {t("notRepeated", { day: standing.on, until: standing.validUntil ?? "none" })}
      </span>
    );
  return (
    <span className="font-medium text-yellow">
      ◆ {t("repeated", { grounds: standing.grounds.map((ground) => t(`ground.${ground}`)).join("; ") })}
      <span className="block text-xs font-normal text-muted">{t("inspectedOn", { day: standing.on })}</span>
    </span>
  );
}
