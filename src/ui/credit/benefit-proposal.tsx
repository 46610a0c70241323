"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import type { CreditPolicyView } from "@/contracts/views/credit-policy";
import { CREDIT_TIERS, type CreditTier } from "@/domain/aeo/authorisation";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Checkbox } from "@/ui/parts/checkbox";
import { Dialog } from "@/ui/parts/dialog";
import { Field, TextField } from "@/ui/parts/field";
import { Select } from "@/ui/parts/select";
import { TierBadge } from "./tier-badge";

type InForce = NonNullable<CreditPolicyView["inForce"]>;
type Tiers = InForce["tiers"];

interface Props {
  readonly inForce: InForce;
  readonly day: string;
}

/** Proposes what credit is worth from a day on, beginning with what it is worth now. */
export function BenefitProposal(props: Props) {
  const t = useTranslations("credit");
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={t("proposeTitle")}
      description={t("proposeLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button>
          <Plus aria-hidden />
          {t("propose")}
        </Button>
      }
    >
      <ProposalForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function ProposalForm({ inForce, day, onDone }: Props & { readonly onDone: () => void }) {
  const t = useTranslations("credit");
  const router = useRouter();
  const [tiers, setTiers] = useState<Tiers>(inForce.tiers);
  const [mutual, setMutual] = useState(inForce.mutual);
  const [effectiveFrom, setFrom] = useState(day);
  const [basis, setBasis] = useState<"law" | "own">("own");
  const [citation, setCitation] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const change = (tier: CreditTier, given: Partial<Tiers[CreditTier]>) =>
    setTiers((all) => ({ ...all, [tier]: { ...all[tier], ...given } }));
  const propose = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setTrouble(null);
    const json = { effectiveFrom, policy: { tiers, mutual }, basis, citation };
    await api("/credit/benefits", { method: "POST", json, headers: { "idempotency-key": newKey() } }).then(
      () => {
        toast.success(t("proposed"));
        onDone();
        router.refresh();
      },
      (error: unknown) => setTrouble(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void propose(event)} noValidate className="flex flex-col gap-3">
      <TextField
        label={t("from")}
        type="date"
        value={effectiveFrom}
        onChange={(event) => setFrom(event.target.value)}
      />
      {CREDIT_TIERS.filter((tier) => tier !== "regular").map((tier) => (
        <fieldset key={tier} className="rounded-md border px-3 py-2">
          <legend className="px-1">
            <TierBadge tier={tier} />
          </legend>
          <div className="grid grid-cols-2 items-end gap-2 sm:grid-cols-4">
            <TextField
              label={t("column.chance")}
              inputMode="decimal"
              defaultValue={String(tiers[tier].inspectionMultiplier)}
              onChange={(event) => change(tier, { inspectionMultiplier: Number(event.target.value) })}
            />
            <TextField
              label={t("share")}
              inputMode="decimal"
              value={tiers[tier].guaranteeShare}
              onChange={(event) => change(tier, { guaranteeShare: event.target.value })}
            />
            <TextField
              label={t("column.priority")}
              inputMode="numeric"
              defaultValue={String(tiers[tier].priority)}
              onChange={(event) => change(tier, { priority: Number(event.target.value) })}
            />
            <Checkbox
              checked={tiers[tier].periodicDeclaration}
              onCheckedChange={(isOn) => change(tier, { periodicDeclaration: isOn })}
            >
              {t("column.periodic")}
            </Checkbox>
          </div>
        </fieldset>
      ))}
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Checkbox checked={mutual.counts} onCheckedChange={(counts) => setMutual((given) => ({ ...given, counts }))}>
          {t("mutualCounts")}
        </Checkbox>
        <TextField
          label={t("mutualChance")}
          inputMode="decimal"
          defaultValue={String(mutual.inspectionMultiplier)}
          onChange={(event) => setMutual((given) => ({ ...given, inspectionMultiplier: Number(event.target.value) }))}
        />
        <Field label={t("basisLabel")}>
          {(control) => (
            <Select
              {...control}
              value={basis}
              onValueChange={(value) => setBasis(value === "law" ? "law" : "own")}
              options={(["own", "law"] as const).map((each) => ({ value: each, label: t(`basis.${each}`) }))}
            />
          )}
        </Field>
        <TextField
          label={t("citation")}
          hint={t("citationHint")}
          value={citation}
          onChange={(event) => setCitation(event.target.value)}
        />
      </div>
      <p role="alert" className="min-h-5 text-sm text-red">
        {trouble}
      </p>
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onDone}>
          {t("cancel")}
        </Button>
        <Button type="submit" disabled={isBusy}>
          {t("propose")}
        </Button>
      </div>
    </form>
  );
}
