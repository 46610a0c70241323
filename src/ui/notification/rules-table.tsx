import { useTranslations } from "next-intl";
import type { NotificationRuleView } from "@/contracts/views/notification";
import { isOfShipment } from "@/domain/notice/kinds";
import { Checkbox } from "@/ui/parts/checkbox";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";

interface Props {
  readonly rules: readonly NotificationRuleView[];
  readonly onChange: (kind: NotificationRuleView["kind"], part: Partial<NotificationRuleView>) => void;
}

const CHANNELS = ["isInApp", "isMailed"] as const;

/** Kinds beside channels; what is of shipments can be limited to one's own. */
export function RulesTable({ rules, onChange }: Props) {
  const t = useTranslations("notifications");
  return (
    <Table label={t("rules")} isStacked>
      <thead>
        <tr>
          <TableHead>{t("column.kind")}</TableHead>
          {[...CHANNELS, "isOwnOnly" as const].map((column) => (
            <TableHead key={column}>{t(`column.${column}`)}</TableHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <TableRow key={rule.kind}>
            <TableCell className="font-medium">{t(`kind.${rule.kind}`)}</TableCell>
            {CHANNELS.map((channel) => (
              <TableCell key={channel} column={t(`column.${channel}`)}>
                <Box
                  label={`${t(`kind.${rule.kind}`)}: ${t(`column.${channel}`)}`}
                  checked={rule[channel]}
                  onChange={(isOn) => onChange(rule.kind, { [channel]: isOn })}
                />
              </TableCell>
            ))}
            <TableCell column={t("column.isOwnOnly")}>
              {isOfShipment(rule.kind) ? (
                <Box
                  label={`${t(`kind.${rule.kind}`)}: ${t("column.isOwnOnly")}`}
                  checked={rule.isOwnOnly}
                  onChange={(isOn) => onChange(rule.kind, { isOwnOnly: isOn })}
                />
              ) : (
                <span className="text-muted">–</span>
              )}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

interface BoxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A box in a cell; its words are for who does not see the head of its column. */
function Box({ label, checked, onChange }: BoxProps) {
  return (
    <Checkbox checked={checked} onCheckedChange={onChange} className="items-center">
      <span className="sr-only">{label}</span>
    </Checkbox>
  );
}
