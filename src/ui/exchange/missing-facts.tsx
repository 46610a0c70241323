"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import type { MessageFaultView } from "@/contracts/views/exchange";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Card } from "@/ui/parts/card";
import { TextField } from "@/ui/parts/field";
import { mendingOf, useFaultWords, useFieldWords } from "./message-words";

interface Props {
  readonly shipmentId: string;
  readonly faults: readonly MessageFaultView[];
  readonly mayAct: boolean;
}

/** The word that facts were given; it goes once the message is refused again. */
const GIVEN = "message-facts-given";

/** What a message lacks, each by name: facts are given here, declared values where they are declared. */
export function MissingFacts({ shipmentId, faults, mayAct }: Props) {
  const t = useTranslations("exchange.missing");
  const faultWords = useFaultWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer about the message brings its faults anew.
  useEffect(() => {
    toast.dismiss(GIVEN);
  }, [faults]);
  const mended = faults.map((fault) => ({ fault, mending: mendingOf(fault) }));
  const facts = new Map(
    mended.flatMap(({ fault, mending }) => (mending.at === "fact" ? [[mending.fact, fault] as const] : [])),
  );
  const others = mended.filter(({ mending }) => mending.at !== "fact");
  return (
    <Card aria-labelledby="missing">
      <div>
        <h2 id="missing" className="text-base font-semibold">
          {t("title")}
        </h2>
        <p className="max-w-prose text-sm text-muted">{t("lead")}</p>
      </div>
      {others.length > 0 ? (
        <ul className="flex flex-col gap-1 text-sm">
          {others.map(({ fault, mending }) => (
            <li key={`${fault.form} ${fault.field} ${fault.code}`} className="break-words">
              {faultWords(fault)}{" "}
              {mending.at === "declaration" ? (
                <Link href={`/broker/shipments/${shipmentId}?tab=declaration`} className="underline">
                  {t("declared")}
                </Link>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {facts.size > 0 && mayAct ? <FactForm shipmentId={shipmentId} facts={facts} /> : null}
      {facts.size > 0 && !mayAct ? (
        <ul className="list-disc pl-5 text-sm">
          {[...facts.values()].map((fault) => (
            <li key={fault.field}>{faultWords(fault)}</li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

interface FormProps {
  readonly shipmentId: string;
  readonly facts: ReadonlyMap<string, MessageFaultView>;
}

function FactForm({ shipmentId, facts }: FormProps) {
  const t = useTranslations("exchange.missing");
  const router = useRouter();
  const faultWords = useFaultWords();
  const fieldWords = useFieldWords();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const given = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value.trim() === "" ? [] : [[name, value.trim()]])),
  );
  const send = () =>
    api(`/shipments/${shipmentId}/message-facts`, { method: "POST", json: { facts: given } }).then(
      () => {
        // Whether the values hold shows only once the message is made: nothing has succeeded yet.
        toast(t("given"), { id: GIVEN });
        setValues({});
        router.refresh();
      },
      (error: unknown) => {
        toast.error(wordsOf(error));
      },
    );
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (Object.keys(given).length === 0) toast.error(t("atLeast"));
        else void send();
      }}
    >
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {[...facts].map(([name, fault]) => (
          <TextField
            key={name}
            label={fieldWords(name)}
            error={fault.code === "required" ? undefined : faultWords(fault)}
            maxLength={1_000}
            autoComplete="off"
            value={values[name] ?? ""}
            onChange={(event) => setValues({ ...values, [name]: event.target.value })}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit">{t("send")}</Button>
        <p className="max-w-prose text-xs text-muted">{t("parties")}</p>
      </div>
    </form>
  );
}
