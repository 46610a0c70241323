"use client";

import type { GoodsReturnView } from "@/contracts/views/goods-return";
import { useColumns } from "@/ui/list/use-columns";
import { ReturnTable } from "./return-table";

interface Props {
  readonly rows: readonly GoodsReturnView[];
  readonly mayAct: boolean;
  readonly today: string;
}

/** The returns of a page, in the columns that were chosen. */
export function ReturnList(props: Props) {
  const { visibility } = useColumns("returns");
  return <ReturnTable {...props} visibility={visibility} />;
}
