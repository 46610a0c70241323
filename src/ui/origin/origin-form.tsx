"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { OriginView } from "@/contracts/origin";
import { Alert } from "@/ui/parts/alert";
import { ApiProblem, api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Section } from "@/ui/parts/card";
import { Checkbox } from "@/ui/parts/checkbox";
import { TextField } from "@/ui/parts/field";
import { EMPTY, EXAMPLE, type OriginDraft, toQuestion } from "./draft";
import { Materials } from "./materials";
import { OriginVerdict } from "./origin-verdict";
import { Route } from "./route";

const COSTS = ["labour", "overhead", "profit", "other"] as const;
const GOOD = ["description", "commodityCode", "country", "fob", "netWeightKg", "exporter", "invoiceNumber"] as const;
const LABEL = {
  description: "description",
  commodityCode: "code",
  country: "country",
  fob: "fob",
  netWeightKg: "weight",
  exporter: "exporter",
  invoiceNumber: "invoice",
} as const;

/** The good, its bill of materials and its way, and at their side what the agreement says of them. */
export function OriginForm() {
  const t = useTranslations("origin");
  const [draft, setDraft] = useState<OriginDraft>(EMPTY);
  const [verdict, setVerdict] = useState<OriginView | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const aside = useRef<HTMLElement>(null);
  const change = (part: Partial<OriginDraft>) => setDraft((before) => ({ ...before, ...part }));
  const decide = async () => {
    setBusy(true);
    try {
      setVerdict(await api<OriginView>("/origin", { method: "POST", json: toQuestion(draft) }));
      setProblem(null);
      // On a phone the verdict lies below the form.
      requestAnimationFrame(() => aside.current?.scrollIntoView({ block: "nearest", behavior: "smooth" }));
    } catch (error) {
      setVerdict(null);
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void decide();
      }}
      className="grid grid-cols-1 gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_24rem]"
    >
      <div className="flex min-w-0 flex-col gap-6">
        <Section
          title={t("good")}
          aside={
            <Button look="quiet" size="small" onClick={() => setDraft(EXAMPLE)}>
              {t("example")}
            </Button>
          }
        >
          <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
            {GOOD.map((name) => (
              <TextField
                key={name}
                label={t(LABEL[name])}
                name={name}
                value={draft[name]}
                onChange={(event) => change({ [name]: event.target.value })}
                className={name === "description" || name === "exporter" ? "col-span-2" : ""}
              />
            ))}
            <TextField
              label={t("proofDate")}
              type="date"
              name="proofDate"
              value={draft.proofDate}
              onChange={(event) => change({ proofDate: event.target.value })}
            />
          </div>
          <div className="mt-3 flex flex-col gap-1">
            <Checkbox
              checked={draft.isWhollyObtained}
              onCheckedChange={(isWhollyObtained) => change({ isWhollyObtained })}
            >
              {t("wholly")}
            </Checkbox>
            <Checkbox
              checked={draft.isMoreThanMinimal}
              onCheckedChange={(isMoreThanMinimal) => change({ isMoreThanMinimal })}
            >
              {t("minimal")}
            </Checkbox>
            <Checkbox
              checked={draft.hasChemicalReaction}
              onCheckedChange={(hasChemicalReaction) => change({ hasChemicalReaction })}
            >
              {t("reaction")}
            </Checkbox>
          </div>
        </Section>
        <Materials materials={draft.materials} onChange={(materials) => change({ materials })} />
        <Section title={t("costs")}>
          <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
            {COSTS.map((name) => (
              <TextField
                key={name}
                label={t(name)}
                inputMode="decimal"
                name={name}
                value={draft.costs[name]}
                onChange={(event) => change({ costs: { ...draft.costs, [name]: event.target.value } })}
              />
            ))}
          </div>
        </Section>
        <Route route={draft.route} onChange={(route) => change({ route })} />
        <div>
          <Button type="submit" disabled={isBusy}>
            {t("decide")}
          </Button>
        </div>
      </div>
      <aside ref={aside} aria-live="polite" className="min-w-0 xl:sticky xl:top-4 xl:self-start">
        {problem === null ? null : <Refusal problem={problem} />}
        {verdict ? <OriginVerdict verdict={verdict} /> : null}
      </aside>
    </form>
  );
}

/** What the server could not take, with the place of each value. */
function Refusal({ problem }: { readonly problem: unknown }) {
  const errors = problem instanceof ApiProblem ? (problem.problem.errors ?? []) : [];
  return (
    <Alert tone="bad">
      <p className="font-medium">{wordsOf(problem)}</p>
      <ul className="mt-1 list-disc pl-4">
        {errors.map(({ pointer, message }) => (
          <li key={pointer}>
            <code className="text-xs">{pointer}</code> {message}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
