import { useTranslations } from "next-intl";
import type { RequirementView, ShipmentView } from "@/contracts/views";
import { STAGES } from "@/domain/clearance/lifecycle";
import { Section } from "@/ui/parts/card";
import { cn } from "@/ui/parts/cn";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { EvidenceForm } from "./evidence-form";

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
  return (
    <div className="flex flex-col gap-8 px-4 pt-5 md:px-6">
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
  return (
    <>
      <div className="hidden lg:block">
        <Table label={label} className="table-fixed">
          <thead>
            <tr>
              <TableHead className="w-28">{t("column.state")}</TableHead>
              <TableHead className="w-[20%]">{t("column.requirement")}</TableHead>
              <TableHead>{t("column.why")}</TableHead>
              <TableHead className="w-[24%]">{t("column.law")}</TableHead>
              <TableHead className="w-72">{t("column.evidence")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {requirements.map((each) => (
              <TableRow key={each.id}>
                <TableCell>
                  <State state={each.state} />
                </TableCell>
                <TableCell className="font-medium">
                  <Title requirement={each} />
                </TableCell>
                <TableCell>
                  <Why requirement={each} />
                </TableCell>
                <TableCell className="text-xs text-muted">{each.citation}</TableCell>
                <TableCell>
                  <Evidence requirement={each} />
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      </div>
      <ul className="flex flex-col gap-2 lg:hidden">
        {requirements.map((each) => (
          <li key={each.id} className="flex flex-col gap-1 rounded-md border bg-panel p-3 text-sm">
            <div className="flex items-baseline gap-3">
              <span className="font-medium">
                <Title requirement={each} />
              </span>
              <span className="ml-auto whitespace-nowrap">
                <State state={each.state} />
              </span>
            </div>
            <p>
              <Why requirement={each} />
            </p>
            <p className="text-xs text-muted">{each.citation}</p>
            {each.state === "missing" || each.evidence ? <Evidence requirement={each} /> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

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

function Evidence({ requirement: { id, state, evidence } }: OfOne) {
  if (state === "missing") return <EvidenceForm requirementId={id} />;
  return evidence ? <code className="break-all">{evidence}</code> : <span className="text-muted">—</span>;
}
