"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field, TextField } from "@/ui/parts/field";
import { Select } from "@/ui/parts/select";

const HEAD = ["laboratory", "number", "method", "reportedOn"] as const;
const PARTS = ["analyte", "value", "unit", "limit"] as const;
const BOUNDS = ["at_most", "at_least"] as const;
const EMPTY = { analyte: "", value: "", unit: "", limit: "", bound: "at_most" };

/** What a laboratory measured; whether it keeps the limits is worked out, not typed. */
export function LabForm({ sampleId }: { readonly sampleId: string }) {
  const t = useTranslations("inspection.sampling");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [head, setHead] = useState({ laboratory: "", number: "", method: "", reportedOn: "" });
  const [values, setValues] = useState([EMPTY]);
  const change = (index: number, part: Partial<typeof EMPTY>) =>
    setValues((all) => all.map((each, at) => (at === index ? { ...each, ...part } : each)));
  const { number: reportNumber, ...rest } = head;
  const report = () =>
    api(`/samples/${sampleId}/lab-result`, { method: "POST", json: { ...rest, reportNumber, values } }).then(
      () => {
        setOpen(false);
        router.refresh();
      },
      (error: unknown) => {
        toast.error(wordsOf(error));
      },
    );
  return (
    <Dialog
      title={t("report")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button look="bare">{t("report")}</Button>}
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void report();
        }}
      >
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          {HEAD.map((name) => (
            <TextField
              key={name}
              label={t(name)}
              type={name === "reportedOn" ? "date" : "text"}
              value={head[name]}
              onChange={(event) => setHead({ ...head, [name]: event.target.value })}
            />
          ))}
        </div>
        {values.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: measurements are added at the end and never moved
          <fieldset key={index} className="grid grid-cols-2 gap-2 border-t pt-2 sm:grid-cols-5">
            {PARTS.map((part) => (
              <TextField
                key={part}
                label={t(part)}
                value={each[part]}
                onChange={(event) => change(index, { [part]: event.target.value })}
              />
            ))}
            <Field label={t("bound")}>
              {(control) => (
                <Select
                  {...control}
                  value={each.bound}
                  onValueChange={(bound) => change(index, { bound })}
                  options={BOUNDS.map((bound) => ({ value: bound, label: t(`bounds.${bound}`) }))}
                />
              )}
            </Field>
          </fieldset>
        ))}
        <Button look="quiet" size="small" className="self-start" onClick={() => setValues([...values, EMPTY])}>
          {t("more")}
        </Button>
        <Button type="submit" className="self-end">
          {t("save")}
        </Button>
      </form>
    </Dialog>
  );
}
