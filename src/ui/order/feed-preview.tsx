import { useTranslations } from "next-intl";
import { Alert } from "@/ui/parts/alert";
import { Field } from "@/ui/parts/field";
import { Select } from "@/ui/parts/select";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";

/** What a file holds, as the API shows it. */
export interface FilePreview {
  readonly encoding: string;
  readonly headings: readonly string[];
  readonly unknown: readonly string[];
  readonly missing: readonly string[];
  readonly records: number;
  readonly sample: readonly Readonly<Record<string, string>>[];
}

interface Props {
  readonly preview: FilePreview;
  readonly onMap: (column: string, heading: string) => void;
}

/** The first records with people masked, and the headings that stand for no column, or for which none stands. */
export function FeedPreview({ preview, onMap }: Props) {
  const t = useTranslations("orders.import");
  const { encoding, records, unknown, missing, sample } = preview;
  const columns = [...new Set(sample.flatMap((record) => Object.keys(record)))];
  return (
    <div className="flex min-w-0 flex-col gap-3 text-sm">
      <p>
        <strong>{t("records", { count: records })}</strong> · {t("encoding", { encoding })}
      </p>
      {unknown.length > 0 ? <Alert tone="warning">{t("unknown", { columns: unknown.join(", ") })}</Alert> : null}
      {missing.map((column) => (
        <Field key={column} label={t("map", { column })}>
          {(control) => (
            <Select
              {...control}
              value=""
              placeholder="—"
              onValueChange={(heading) => onMap(column, heading)}
              options={unknown.filter((each) => each !== "").map((value) => ({ value, label: value }))}
            />
          )}
        </Field>
      ))}
      {missing.length === 0 ? (
        <Table label={t("sample")}>
          <thead>
            <tr className="text-left">
              {columns.map((column) => (
                <TableHead key={column}>{column}</TableHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map((record) => (
              <TableRow key={record.orderNo ?? JSON.stringify(record)}>
                {columns.map((column) => (
                  <TableCell key={column} className="whitespace-nowrap">
                    {record[column] ?? "–"}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </tbody>
        </Table>
      ) : null}
    </div>
  );
}
