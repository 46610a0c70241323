import { ListSkeleton } from "@/ui/parts/page-skeleton";

export default function Loading() {
  return <ListSkeleton />;
}
