"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { Stage } from "@/domain/clearance/lifecycle";
import { ORDERED_CHECKS, STATED_GROUNDS } from "@/domain/inspection/check";
import { DECISION_REASONS } from "@/domain/review/decision";
import { SHORTCUTS, useShortcut } from "@/ui/frame/shortcuts";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Checkbox } from "@/ui/parts/checkbox";
import { Dialog } from "@/ui/parts/dialog";
import { Field, TextField } from "@/ui/parts/field";
import { Select } from "@/ui/parts/select";
import { usePrefill } from "@/ui/pre-examination/prefill";

interface Props {
  readonly caseId: string;
  readonly lines: readonly number[];
  readonly stage: Stage;
}

/** Goods that are supervised at both ends are looked at so with every order; nobody has to ask for it. */
const CHOSEN = ORDERED_CHECKS.filter((check) => check !== "both_ends");
const NO_GROUND = "none";

/** Orders a look at goods in examination: which lines and packages, why, and who looks. */
export function OrderInspection({ caseId, lines, stage }: Props) {
  const t = useTranslations("inspection");
  const words = useTranslations("reasons");
  const plan = useTranslations("plan");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly number[]>(lines);
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const [checks, setChecks] = useState<readonly string[]>(["physical"]);
  const [ground, setGround] = useState(NO_GROUND);
  const [scope, setScope] = useState({ packages: "", team: "", note: "" });
  useShortcut(SHORTCUTS.review.inspect, () => setOpen(true));
  usePrefill(
    caseId,
    ({ kind }) => kind === "scope",
    (accepted) => {
      setChosen(accepted.lines.length > 0 ? accepted.lines : lines);
      setReasons([accepted.reason]);
      setScope((before) => ({ ...before, packages: accepted.text.slice(0, 500) }));
      setOpen(true);
    },
  );
  const order = () => {
    const text = (value: string) => value.trim() || null;
    const json = {
      ...{ lines: chosen, reasons, packages: text(scope.packages), team: text(scope.team), note: text(scope.note) },
      ...{ checks, ground: ground === NO_GROUND ? null : ground },
    };
    return api(`/reviews/${caseId}/inspections`, { method: "POST", json }).then(
      () => {
        setOpen(false);
        router.refresh();
      },
      (error: unknown) => {
        toast.error(wordsOf(error));
      },
    );
  };
  return (
    <Dialog
      title={t("order")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" look="quiet">
          {t("order")}
        </Button>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void order();
        }}
      >
        <fieldset className="flex flex-wrap gap-3">
          <legend className="text-xs font-medium text-muted">{t("whichLines")}</legend>
          {lines.map((line) => (
            <Checkbox
              key={line}
              checked={chosen.includes(line)}
              onCheckedChange={(on) => setChosen(on ? [...chosen, line] : chosen.filter((each) => each !== line))}
            >
              {t("line", { line })}
            </Checkbox>
          ))}
        </fieldset>
        <fieldset className="flex flex-col gap-1">
          <legend className="text-xs font-medium text-muted">{t("why")}</legend>
          {DECISION_REASONS.escalate.map((code) => (
            <Checkbox
              key={code}
              checked={reasons.includes(code)}
              onCheckedChange={(on) => setReasons(on ? [...reasons, code] : reasons.filter((each) => each !== code))}
            >
              {words(`decision.${code}`)}
            </Checkbox>
          ))}
        </fieldset>
        <fieldset className="flex flex-wrap gap-3">
          <legend className="text-xs font-medium text-muted">{t("checks")}</legend>
          {CHOSEN.map((check) => (
            <Checkbox
              key={check}
              checked={checks.includes(check)}
              onCheckedChange={(on) => setChecks(on ? [...checks, check] : checks.filter((each) => each !== check))}
            >
              {plan(`check.${check}`)}
            </Checkbox>
          ))}
        </fieldset>
        {stage === "domestic_distribution" ? (
          <Field label={t("ground")} hint={ground === NO_GROUND ? undefined : t("groundHint")}>
            {(control) => (
              <Select
                {...control}
                value={ground}
                onValueChange={setGround}
                options={[
                  { value: NO_GROUND, label: t("noGround") },
                  ...STATED_GROUNDS.map((each) => ({ value: each, label: plan(`ground.${each}`) })),
                ]}
              />
            )}
          </Field>
        ) : null}
        {(["packages", "team", "note"] as const).map((name) => (
          <TextField
            key={name}
            label={t(`scope.${name}`)}
            value={scope[name]}
            onChange={(event) => setScope({ ...scope, [name]: event.target.value })}
          />
        ))}
        <Button
          type="submit"
          disabled={chosen.length === 0 || reasons.length === 0 || checks.length === 0}
          className="self-end"
        >
          {t("order")}
        </Button>
      </form>
    </Dialog>
  );
}
