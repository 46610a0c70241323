"use client";

import { Download, ShieldCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { toast } from "sonner";
import { titleOfField } from "@/contracts/verdict-words";
import type { ShipmentView } from "@/contracts/views/shipment";
import { STAGES } from "@/domain/clearance/lifecycle";
import { Alert } from "@/ui/parts/alert";
import { wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Checkbox } from "@/ui/parts/checkbox";
import { Instant } from "@/ui/parts/instant";
import { fetchBytes } from "./fetch-bytes";
import type { Found } from "./verify-here";

/** The names of fields that a proof states, with whether each is shown. */
interface Stated {
  readonly name: string;
  readonly value: string;
}

/** The proof of one release: what it states, what is left out, as a file, and checked by this browser itself. */
export function ReleaseProof({ order }: { readonly order: ShipmentView["releaseOrders"][number] }) {
  const t = useTranslations("proof");
  const gates = useTranslations("gates");
  const locale = useLocale();
  const id = useId();
  const [isBusy, setBusy] = useState(false);
  const [stated, setStated] = useState<readonly Stated[] | null>(null);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [found, setFound] = useState<Found | null>(null);
  const path = `/releases/${order.id}/proof.json?leaveOut=${encodeURIComponent([...leftOut].join(","))}`;
  const busily = async (work: () => Promise<void>) => {
    setBusy(true);
    await work().catch((error: unknown) => toast.error(wordsOf(error)));
    setBusy(false);
  };
  const verify = () =>
    busily(async () => {
      const [proof, keys, { verifyHere }] = await Promise.all([
        fetchBytes(path),
        fetchBytes("/evidence/trust.json"),
        import("./verify-here"),
      ]);
      setFound(verifyHere(proof, keys, locale === "zh" ? "zh" : "en"));
    });
  const choose = () =>
    busily(async () => {
      const bytes = await fetchBytes(`/releases/${order.id}/proof.json`);
      const proof = JSON.parse(new TextDecoder().decode(bytes)) as {
        readonly statement: { readonly fields: readonly Stated[] };
      };
      setStated(proof.statement.fields);
    });
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3 rounded-md border bg-panel p-4">
      <header className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <div>
          <p className="text-xs text-muted">
            {gates("gate", { number: STAGES.indexOf(order.stage) + 1 })} · {gates(`stage.${order.stage}`)}
          </p>
          <h3 id={id} className="font-semibold">
            <code className="break-all">{order.number}</code>
          </h3>
        </div>
        <Instant at={order.issuedAt} look="full" />
      </header>
      <div className="flex flex-wrap gap-2">
        <Button disabled={isBusy} onClick={() => void verify()}>
          <ShieldCheck aria-hidden />
          {t("verify")}
        </Button>
        <Button look="quiet" asChild>
          <a href={`/api/v1${path}`} download>
            <Download aria-hidden />
            {leftOut.size === 0 ? t("download") : t("downloadWithout", { count: leftOut.size })}
          </a>
        </Button>
        {stated === null ? (
          <Button look="quiet" disabled={isBusy} onClick={() => void choose()}>
            {t("choose")}
          </Button>
        ) : null}
      </div>
      <div role="status">{found ? <Verdict found={found} /> : null}</div>
      {stated ? <Fields stated={stated} leftOut={leftOut} onChange={setLeftOut} /> : null}
    </section>
  );
}

function Verdict({ found }: { readonly found: Found }) {
  const t = useTranslations("proof");
  const tone = found.kind === "true" ? "good" : found.kind === "unwitnessed" ? "warning" : "bad";
  return (
    <Alert tone={tone}>
      <strong className="font-medium">{found.sentence}</strong>{" "}
      {found.witnesses.length > 0 ? <span>{t("witnesses", { names: found.witnesses.join(", ") })}</span> : null}
      <details className="mt-1 text-sm">
        <summary className="cursor-pointer">{t("looks", { count: found.looks.length })}</summary>
        <ul className="mt-1 space-y-0.5">
          {found.looks.map(({ sentence, holds }) => (
            <li key={sentence} className="break-words">
              {holds ? "✓" : "✕"} {sentence}
            </li>
          ))}
        </ul>
      </details>
    </Alert>
  );
}

interface FieldsProps {
  readonly stated: readonly Stated[];
  readonly leftOut: ReadonlySet<string>;
  readonly onChange: (leftOut: ReadonlySet<string>) => void;
}

function Fields({ stated, leftOut, onChange }: FieldsProps) {
  const t = useTranslations("proof");
  const language = useLocale() === "zh" ? "zh" : "en";
  const toggle = (name: string, isShown: boolean) => {
    const next = new Set(leftOut);
    if (isShown) next.delete(name);
    else next.add(name);
    onChange(next);
  };
  return (
    <fieldset>
      <legend className="text-sm font-medium">{t("fields")}</legend>
      <p className="text-sm text-muted">{t("fieldsHint")}</p>
      <ul className="mt-2 grid gap-x-6 sm:grid-cols-2">
        {stated.map(({ name, value }) => (
          <li key={name} className="border-b py-1.5">
            <Checkbox checked={!leftOut.has(name)} onCheckedChange={(checked) => toggle(name, checked)}>
              <span className="block text-xs text-muted" title={name}>
                {titleOfField(name, language) ?? name}
              </span>
              <span className={leftOut.has(name) ? "break-all text-muted line-through" : "break-all"}>{value}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
