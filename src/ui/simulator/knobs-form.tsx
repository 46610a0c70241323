"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { CALM, HOSTILE, type Knobs, knobsSchema } from "@/contracts/simulator";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { TextField } from "@/ui/parts/field";

const SHARES = [
  "duplicates",
  "lostReceipts",
  "lostMessages",
  "contradictory",
  "outOfOrder",
  "schemaErrors",
  "rejections",
  "reviews",
  "silence",
  "taxBills",
] as const satisfies readonly (keyof Knobs)[];

const PRESETS = { calm: CALM, hostile: HOSTILE } as const;

type Typed = Readonly<Record<(typeof SHARES)[number] | "delaySeconds" | "maintenanceMinutes", string>>;

/** Turns the knobs: shares in per cent, waits in seconds, a maintenance in minutes from now. */
export function KnobsForm({ knobs }: { readonly knobs: Knobs }) {
  const t = useTranslations("simulator");
  const router = useRouter();
  const [typed, setTyped] = useState(() => typedOf(knobs));
  const [faults, setFaults] = useState<ReadonlySet<string>>(new Set());
  const turn = async () => {
    const read = knobsOf(typed);
    setFaults(read.faults);
    if (!read.knobs) return;
    try {
      await api("/simulator", { method: "PUT", json: read.knobs });
      toast.success(t("turned"));
      router.refresh();
    } catch (error) {
      toast.error(wordsOf(error));
    }
  };
  const field = (name: keyof Typed) => (
    <TextField
      key={name}
      label={t(`knob.${name}`)}
      hint={t(`hint.${name}`)}
      error={faults.has(name) ? t(name in knobs ? "fault.share" : "fault.number") : undefined}
      inputMode="decimal"
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
    />
  );
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void turn();
      }}
    >
      <div className="flex flex-wrap items-center gap-2">
        {(Object.keys(PRESETS) as (keyof typeof PRESETS)[]).map((name) => (
          <Button key={name} type="button" look="quiet" onClick={() => setTyped(typedOf(PRESETS[name]))}>
            {t(`preset.${name}`)}
          </Button>
        ))}
        {knobs.maintenanceUntil ? <span className="text-sm text-muted">{t("isMaintained")}</span> : null}
      </div>
      <div className="grid max-w-4xl gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {SHARES.map(field)}
        {field("delaySeconds")}
        {field("maintenanceMinutes")}
      </div>
      <Button type="submit" className="self-start">
        {t("turn")}
      </Button>
    </form>
  );
}

function typedOf(knobs: Knobs): Typed {
  const shares = SHARES.map((name) => [name, String(Number((knobs[name] * 100).toFixed(2)))] as const);
  const left = knobs.maintenanceUntil ? Date.parse(knobs.maintenanceUntil) - Date.now() : 0;
  return {
    ...(Object.fromEntries(shares) as Record<(typeof SHARES)[number], string>),
    delaySeconds: String(knobs.delayMs / 1_000),
    maintenanceMinutes: String(Math.max(0, Math.ceil(left / 60_000))),
  };
}

function knobsOf(typed: Typed): { readonly knobs: Knobs | null; readonly faults: ReadonlySet<string> } {
  const minutes = Number(typed.maintenanceMinutes);
  const read = knobsSchema.safeParse({
    ...Object.fromEntries(SHARES.map((name) => [name, Number(typed[name]) / 100])),
    delayMs: Math.round(Number(typed.delaySeconds) * 1_000),
    maintenanceUntil: minutes > 0 ? new Date(Date.now() + minutes * 60_000).toISOString() : null,
  });
  const names = read.success ? [] : read.error.issues.map((issue) => nameOf(String(issue.path[0])));
  const isMinutes = typed.maintenanceMinutes.trim() !== "" && minutes >= 0;
  return {
    knobs: read.success && isMinutes ? read.data : null,
    faults: new Set([...names, ...(isMinutes ? [] : ["maintenanceMinutes"])]),
  };
}

function nameOf(path: string): string {
  if (path === "delayMs") return "delaySeconds";
  return path === "maintenanceUntil" ? "maintenanceMinutes" : path;
}
