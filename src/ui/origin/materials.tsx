"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ClipboardEvent } from "react";
import { Button } from "@/ui/parts/button";
import { Section } from "@/ui/parts/card";
import { Input } from "@/ui/parts/input";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { type MaterialDraft, materialsOf, NO_MATERIAL } from "./draft";

interface Props {
  readonly materials: readonly MaterialDraft[];
  readonly onChange: (materials: readonly MaterialDraft[]) => void;
}

const CELLS = [
  ["description", "description", "min-w-40"],
  ["commodityCode", "code", "w-28"],
  ["value", "value", "w-28"],
  ["origin", "origin", "w-20"],
  ["netWeightKg", "weight", "w-20"],
] as const;

/** The bill of materials as a small spreadsheet: rows of another one can be pasted into it. */
export function Materials({ materials, onChange }: Props) {
  const t = useTranslations("origin");
  const set = (index: number, part: Partial<MaterialDraft>) =>
    onChange(materials.map((each, at) => (at === index ? { ...each, ...part } : each)));
  const paste = (event: ClipboardEvent, index: number) => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const rows = materialsOf(text);
    onChange([...materials.slice(0, index), ...rows, ...materials.slice(index + rows.length)]);
  };
  return (
    <Section title={t("materials")}>
      <p className="mb-2 text-sm text-muted">{t("paste")}</p>
      <Table label={t("materials")}>
        <thead>
          <tr>
            <TableHead className="w-8">#</TableHead>
            {CELLS.map(([name, word]) => (
              <TableHead key={name}>{t(`material.${word}`)}</TableHead>
            ))}
            <TableHead>{t("material.proof")}</TableHead>
            <TableHead>
              <span className="sr-only">{t("removeMaterial", { number: "" })}</span>
            </TableHead>
          </tr>
        </thead>
        <tbody>
          {materials.map((material, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place alone
            <TableRow key={index}>
              <TableCell className="text-muted">{index + 1}</TableCell>
              {CELLS.map(([name, word, width]) => (
                <TableCell key={name} className="p-1">
                  <Input
                    aria-label={`${t(`material.${word}`)} ${index + 1}`}
                    value={material[name]}
                    onChange={(event) => set(index, { [name]: event.target.value })}
                    onPaste={(event) => paste(event, index)}
                    className={`h-7 text-sm ${width}`}
                  />
                </TableCell>
              ))}
              <TableCell>
                <input
                  type="checkbox"
                  aria-label={t("proofOf", { number: index + 1 })}
                  checked={material.hasProof}
                  onChange={(event) => set(index, { hasProof: event.target.checked })}
                  className="size-4 accent-(--accent)"
                />
              </TableCell>
              <TableCell className="p-1 text-right">
                <Button
                  look="bare"
                  size="tiny"
                  aria-label={t("removeMaterial", { number: index + 1 })}
                  onClick={() => onChange(materials.filter((_, at) => at !== index))}
                >
                  <Trash2 aria-hidden />
                </Button>
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      <Button look="quiet" size="small" className="mt-2" onClick={() => onChange([...materials, NO_MATERIAL])}>
        <Plus aria-hidden />
        {t("addMaterial")}
      </Button>
    </Section>
  );
}
