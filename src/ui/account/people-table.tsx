"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useRef } from "react";
import type { MemberView } from "@/contracts/views/people";
import { useRowKeys } from "@/ui/frame/use-row-keys";
import { useColumns } from "@/ui/list/use-columns";
import { Badge } from "@/ui/parts/badge";
import { DataTable, dataColumn, useDataTable } from "@/ui/parts/data-table";
import { Instant } from "@/ui/parts/instant";
import { MemberActs } from "./member-acts";
import type { Role } from "./roles-field";

const idOf = (row: MemberView) => row.userId;

interface Props {
  readonly rows: readonly MemberView[];
  readonly offered: readonly Role[];
  /** Who looks; nobody takes themselves out. */
  readonly self: string;
}

/** The people of the organisation, with what they may do and when they were last here. */
export function PeopleTable({ rows, offered, self }: Props) {
  const t = useTranslations("people");
  const columns = useMemo(() => {
    const column = (id: string, cell: (row: MemberView) => ReactNode) =>
      dataColumn<MemberView>(id, t(`column.${id}`), cell);
    return [
      column("name", (row) => <Name member={row} self={self} />),
      column("email", (row) => <span className="text-muted">{row.email}</span>),
      column("roles", (row) => <Roles member={row} />),
      column("seen", (row) => <Seen member={row} />),
      column("acts", (row) => (row.userId === self ? null : <MemberActs member={row} offered={offered} />)),
    ];
  }, [t, offered, self]);
  const { visibility } = useColumns("people");
  const table = useDataTable({ columns, rows, idOf, visibility });
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  return (
    <div ref={list}>
      <DataTable
        table={table}
        label={t("title")}
        card={(row) => (
          <div className="flex flex-col gap-1.5 text-sm">
            <div className="flex items-center gap-2">
              <Name member={row} self={self} />
              <span className="-my-1.5 ml-auto">
                {row.userId === self ? null : <MemberActs member={row} offered={offered} />}
              </span>
            </div>
            <span className="break-all text-muted">{row.email}</span>
            <Roles member={row} />
            <span className="text-xs text-muted">
              <Seen member={row} />
            </span>
          </div>
        )}
      />
    </div>
  );
}

function Name({ member, self }: { readonly member: MemberView; readonly self: string }) {
  const t = useTranslations("people");
  return (
    <span data-row-link tabIndex={-1} className="font-medium">
      {member.name}
      {member.userId === self ? <span className="ml-1.5 font-normal text-muted">{t("you")}</span> : null}
    </span>
  );
}

function Roles({ member }: { readonly member: MemberView }) {
  const t = useTranslations("people");
  return (
    <span className="inline-flex flex-wrap gap-1">
      {member.roles.map((role) => (
        <Badge key={role}>{t(`role.${role}`)}</Badge>
      ))}
    </span>
  );
}

function Seen({ member }: { readonly member: MemberView }) {
  const t = useTranslations("people");
  if (!member.hasPassword) return <span className="font-medium text-yellow">▲ {t("linkOpen")}</span>;
  return member.lastSeenAt ? <Instant at={member.lastSeenAt} /> : <span className="text-muted">{t("neverSeen")}</span>;
}
