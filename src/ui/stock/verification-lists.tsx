import Link from "next/link";
import { useTranslations } from "next-intl";
import type { VerificationListView } from "@/contracts/views/book";
import { Badge } from "@/ui/parts/badge";
import { Card } from "@/ui/parts/card";
import { Instant } from "@/ui/parts/instant";
import { IssuePass } from "./issue-pass";
import { ListTable } from "./list-table";

/** Verification lists of a book, each with its passes. */
export function VerificationLists({ lists }: { readonly lists: readonly VerificationListView[] }) {
  return (
    <ul className="flex flex-col gap-4">
      {lists.map((list) => (
        <li key={list.id}>
          <Card>
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <h3 className="text-base font-semibold">{list.number}</h3>
              <span className="text-sm text-muted">
                {list.createdBy} · <Instant at={list.createdAt} />
              </span>
              <span className="md:ml-auto">
                <IssuePass listId={list.id} />
              </span>
            </div>
            <ListTable lines={list.lines} />
            {list.passes.length > 0 ? (
              <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
                {list.passes.map((pass) => (
                  <li key={pass.id} className="flex flex-wrap items-baseline gap-2">
                    <Link href={`/broker/stock/passes/${pass.id}`} className="font-medium">
                      {pass.number}
                    </Link>
                    <span className="text-muted">{pass.vehicle}</span>
                    <PassState leftAt={pass.leftAt} isIncident={pass.isIncident} />
                  </li>
                ))}
              </ul>
            ) : null}
          </Card>
        </li>
      ))}
    </ul>
  );
}

/** Whether the vehicle of a pass left, and whether it left too early. */
export function PassState({ leftAt, isIncident }: { readonly leftAt: string | null; readonly isIncident: boolean }) {
  const t = useTranslations("stock");
  if (leftAt === null) return <Badge tone="blue">{t("pass.open")}</Badge>;
  return <Badge tone={isIncident ? "red" : "green"}>{t(isIncident ? "pass.incident" : "pass.left")}</Badge>;
}
