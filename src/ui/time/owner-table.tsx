import { useLocale, useTranslations } from "next-intl";
import type { ShipmentTimeView } from "@/contracts/views/clearance-time";
import { MINUTE_OWNERS, type MinuteOwner } from "@/domain/clearance-time/work";
import { percent } from "@/ui/insight/figures";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { OWNER_LOOKS } from "./owners";
import { clockOf, wholeSeconds } from "./whole-seconds";

type Owners = Readonly<Record<MinuteOwner, number>>;

interface Props {
  readonly phases: ShipmentTimeView["phases"];
  readonly owners: Owners;
  readonly total: number;
}

/** The minutes of each owner, by part of the way and together; every row and column adds up to the last. */
export function OwnerTable({ phases, owners, total }: Props) {
  const t = useTranslations("clearanceTime");
  const locale = useLocale();
  // The cells are cut to seconds once, and all sums are made of them, so that they add up as they are read.
  const cells = wholeSeconds(phases.flatMap((part) => MINUTE_OWNERS.map((owner) => part.owners[owner])));
  const cell = (phase: number, owner: number) => cells[phase * MINUTE_OWNERS.length + owner] ?? 0;
  const ofPhase = phases.map((_, phase) => MINUTE_OWNERS.reduce((sum, _each, owner) => sum + cell(phase, owner), 0));
  const ofOwner = MINUTE_OWNERS.map((_, owner) => phases.reduce((sum, _each, phase) => sum + cell(phase, owner), 0));
  const written = (seconds: number) => (seconds === 0 ? "–" : clockOf(seconds, (count) => t("daysShort", { count })));
  const number = "whitespace-nowrap text-right tabular-nums";
  return (
    <Table label={t("ownerTable")}>
      <thead>
        <tr>
          <TableHead className="text-left">{t("column.owner")}</TableHead>
          <TableHead className="text-right">{t("column.total")}</TableHead>
          <TableHead className="text-right">{t("column.share")}</TableHead>
          {phases.map(({ phase }) => (
            <TableHead key={phase} className="text-right">
              {t(`phase.${phase}`)}
            </TableHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {MINUTE_OWNERS.map((owner, index) => (
          <TableRow key={owner}>
            <TableCell className="whitespace-nowrap">
              <span aria-hidden className={OWNER_LOOKS[owner].text}>
                {OWNER_LOOKS[owner].sign}
              </span>{" "}
              {t(`owner.${owner}`)}
            </TableCell>
            <TableCell className={`${number} font-medium`}>{written(ofOwner[index] ?? 0)}</TableCell>
            <TableCell className={number}>{total === 0 ? "–" : percent(owners[owner] / total, locale)}</TableCell>
            {phases.map(({ phase }, part) => (
              <TableCell key={phase} className={number}>
                {written(cell(part, index))}
              </TableCell>
            ))}
          </TableRow>
        ))}
        <TableRow className="bg-raised font-semibold">
          <TableCell>{t("sum")}</TableCell>
          <TableCell className={number}>{written(ofOwner.reduce((sum, each) => sum + each, 0))}</TableCell>
          <TableCell className={number}>{total === 0 ? "–" : percent(1, locale)}</TableCell>
          {phases.map(({ phase }, part) => (
            <TableCell key={phase} className={number}>
              {written(ofPhase[part] ?? 0)}
            </TableCell>
          ))}
        </TableRow>
      </tbody>
    </Table>
  );
}
