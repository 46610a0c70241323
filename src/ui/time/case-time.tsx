import type { ShipmentTimeView } from "@/contracts/views/clearance-time";
import { ClockTable } from "./clock-table";
import { TimeBar } from "./time-bar";

/** The time of a case's shipment, for who rules on it: the clocks that run, and whose the time was so far. */
export function CaseTime({ time }: { readonly time: ShipmentTimeView }) {
  return (
    <div className="flex flex-col gap-4">
      <ClockTable time={time} isShort />
      <TimeBar time={time} />
    </div>
  );
}
