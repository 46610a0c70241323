"use client";

import { Columns3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { LISTS, type ListName } from "@/contracts/lists";
import { Button } from "@/ui/parts/button";
import { DropdownMenu, MenuCheckbox, MenuItem, MenuLabel, MenuSeparator } from "@/ui/parts/dropdown-menu";
import type { ListColumnsChosen } from "./use-columns";

interface Props {
  readonly list: ListName;
  readonly columns: ListColumnsChosen;
}

/** Which columns of a list are shown. */
export function ColumnChooser({ list, columns }: Props) {
  const t = useTranslations("lists");
  const words = useTranslations();
  const { columns: names, fixed, words: place } = LISTS[list];
  return (
    <DropdownMenu
      trigger={
        <Button look="bare" size="icon" aria-label={t("columns")}>
          <Columns3 aria-hidden />
        </Button>
      }
    >
      <MenuLabel>{t("columns")}</MenuLabel>
      {names
        .filter((name) => name !== fixed)
        .map((name) => (
          <MenuCheckbox
            key={name}
            checked={columns.shown.includes(name)}
            onCheckedChange={(isShown) => columns.show(name, isShown === true)}
          >
            {words(`${place}.${name}`)}
          </MenuCheckbox>
        ))}
      {columns.isDefault ? null : (
        <>
          <MenuSeparator />
          <MenuItem onSelect={columns.reset}>{t("columnsDefault")}</MenuItem>
        </>
      )}
    </DropdownMenu>
  );
}
