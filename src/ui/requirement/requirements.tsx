import { useTranslations } from "next-intl";
import type { RequirementView, ShipmentView } from "@/contracts/views";
import { STAGES } from "@/domain/clearance/lifecycle";
import { cn } from "@/ui/parts/cn";
import { EvidenceForm } from "@/ui/requirement/evidence-form";

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

/** What each gate asks for, side by side, and what it does not ask, each with its reason and its source. */
export function Requirements({ shipment }: { readonly shipment: ShipmentView }) {
  const t = useTranslations("requirements");
  const gates = useTranslations("gates");
  return (
    <div className="grid gap-6 px-4 pt-6 md:px-6 lg:grid-cols-2">
      {STAGES.map((stage, index) => {
        const asked = shipment.requirements.filter((each) => each.stage === stage);
        return (
          <section key={stage}>
            <h2 className="mb-2 text-sm font-semibold">
              {gates("gate", { number: index + 1 })} · {gates(`stage.${stage}`)}
            </h2>
            {asked.length === 0 ? (
              <p className="rounded-md border border-dashed px-4 py-6 text-muted">{t("notYet")}</p>
            ) : null}
            <ul className="flex flex-col gap-2">
              {asked.map((each) => (
                <Requirement key={each.id} requirement={each} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Requirement({ requirement }: { readonly requirement: RequirementView }) {
  const t = useTranslations("requirements");
  const reasons = useTranslations("reasons");
  const { code, state, reason, parameters, citation, evidence } = requirement;
  const title = `requirement.${code}`;
  const why = `requirement_reason.${reason}`;
  return (
    <li className="rounded-md border bg-panel px-4 py-3">
      <div className="flex items-baseline gap-2">
        <span aria-hidden className={COLOUR[state]}>
          {MARK[state]}
        </span>
        <strong className="font-medium">{reasons.has(title) ? reasons(title) : code}</strong>
        <span className={cn("ml-auto text-[13px] font-medium", COLOUR[state])}>{t(`state.${state}`)}</span>
      </div>
      <p className="mt-1 text-[13px]">
        {reasons.has(why) ? reasons(why, { codes: "", suspended: "", ...parameters }) : reason}
      </p>
      <p className="mt-0.5 text-[12px] text-muted">{citation}</p>
      {evidence ? <p className="mt-1 text-[13px]">{t("evidence", { reference: evidence })}</p> : null}
      {state === "missing" ? <EvidenceForm requirementId={requirement.id} /> : null}
    </li>
  );
}
