import { useLocale, useTranslations } from "next-intl";
import { citationIn } from "@/contracts/citations";
import type { RequirementView, ShipmentView } from "@/contracts/views/shipment";
import { STAGES } from "@/domain/clearance/lifecycle";
import { Section } from "@/ui/parts/card";
import { cn } from "@/ui/parts/cn";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { EvidenceForm } from "./evidence-form";
import { codesOf, GoodsClasses } from "./goods-classes";
import { Supervision } from "./supervision";

const MARK: Readonly<Record<RequirementView["state"], string>> = {
  missing: "▲",
  submitted: "◆",
  verified: "✓",
  waived: "–",
  failed: "■",
};
const COLOUR: Readonly<Record<RequirementView["state"], string>> = {
  missing: "text-yellow",
  submitted: "text-blue",
  verified: "text-green",
  waived: "text-muted",
  failed: "text-red",
};

/** What each gate asks for, and what it does not ask, each with its reason, its law and the paper that meets it. */
export function Requirements({ shipment }: { readonly shipment: ShipmentView }) {
  const t = useTranslations("requirements");
  const gates = useTranslations("gates");
  const supervised = useTranslations("supervision");
  return (
    <div className="flex flex-col gap-8 px-4 pt-5 md:px-6">
      {codesOf(shipment).length > 0 ? (
        <Section title={t("classes")}>
          <GoodsClasses shipment={shipment} />
        </Section>
      ) : null}
      {shipment.supervision.length > 0 ? (
        <Section title={supervised("title")}>
          <p className="mb-2 text-sm text-muted">{supervised("policy")}</p>
          <Supervision supervision={shipment.supervision} />
        </Section>
      ) : null}
      {STAGES.map((stage, index) => {
        const asked = shipment.requirements.filter((each) => each.stage === stage);
        const open = asked.filter((each) => each.state === "missing" || each.state === "failed").length;
        const title = `${gates("gate", { number: index + 1 })} · ${gates(`stage.${stage}`)}`;
        return (
          <Section
            key={stage}
            title={title}
            aside={
              asked.length === 0 ? null : (
                <span className={open > 0 ? "font-medium text-yellow" : "text-green"}>
                  {open > 0 ? `▲ ${t("open", { count: open })}` : `✓ ${t("allMet")}`}
                </span>
              )
            }
          >
            {asked.length === 0 ? (
              <p className="rounded-md border border-dashed px-4 py-5 text-sm text-muted">{t("notYet")}</p>
            ) : (
              <RequirementTable label={title} requirements={asked} />
            )}
          </Section>
        );
      })}
    </div>
  );
}

interface TableProps {
  readonly label: string;
  readonly requirements: readonly RequirementView[];
}

function RequirementTable({ label, requirements }: TableProps) {
  const t = useTranslations("requirements");
  const locale = useLocale();
  return (
    <Table label={label} className="block table-fixed lg:table">
      <thead className="hidden lg:table-header-group">
        <tr>
          <TableHead className="w-28">{t("column.state")}</TableHead>
          <TableHead className="w-[20%]">{t("column.requirement")}</TableHead>
          <TableHead>{t("column.why")}</TableHead>
          <TableHead className="w-[24%]">{t("column.law")}</TableHead>
          <TableHead className="w-72">{t("column.evidence")}</TableHead>
        </tr>
      </thead>
      <tbody className="block lg:table-row-group">
        {requirements.map((each) => (
          <TableRow key={each.id} className="flex flex-col gap-0.5 p-3 lg:table-row">
            <TableCell className={CELL}>
              <State state={each.state} />
            </TableCell>
            <TableCell className={cn(CELL, "font-medium")}>
              <Title requirement={each} />
            </TableCell>
            <TableCell className={CELL}>
              <Why requirement={each} />
            </TableCell>
            <TableCell className={cn(CELL, "text-xs text-muted")}>{citationIn(each.citation, locale)}</TableCell>
            <TableCell className={CELL}>
              <Evidence requirement={each} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

/** On a phone a row is a block and its cells are lines of it; the form in it exists once. */
const CELL = "block p-0 lg:table-cell lg:px-3 lg:py-1.5";

function State({ state }: Pick<RequirementView, "state">) {
  const t = useTranslations("requirements");
  return (
    <span className={cn("font-medium", COLOUR[state])}>
      <span aria-hidden className="mr-1.5 inline-block w-3 text-center">
        {MARK[state]}
      </span>
      {t(`state.${state}`)}
    </span>
  );
}

interface OfOne {
  readonly requirement: RequirementView;
}

function Title({ requirement: { code } }: OfOne) {
  const reasons = useTranslations("reasons");
  const title = `requirement.${code}`;
  return reasons.has(title) ? reasons(title) : code.replaceAll("_", " ");
}

function Why({ requirement: { reason, parameters } }: OfOne) {
  const reasons = useTranslations("reasons");
  const why = `requirement_reason.${reason}`;
  return reasons.has(why) ? reasons(why, { codes: "", suspended: "", ...parameters }) : reason;
}

function Evidence({ requirement: { id, state, asksPaper, evidence } }: OfOne) {
  if (state === "missing" && asksPaper) return <EvidenceForm requirementId={id} />;
  return evidence ? (
    <code className="break-all">{evidence}</code>
  ) : (
    <span className="hidden text-muted lg:inline">—</span>
  );
}
