/** The parties as a table: those inside a circle first, then by throughflow. Money in the unit of the sheet. */
import type { PartyReport } from '../analysis';
import type { Measured } from '../measured';
import { externalDemand } from '../measures/capex/commitments';
import { arcsInto, tenPercentCustomers } from '../measures/concentration';
import { fundedShare } from '../measures/fundedShare';

export function partyReports({ solved, parties }: Measured): PartyReport[] {
  const { ledger, graph } = solved;
  const into = arcsInto(graph);
  const money = 10 ** ledger.money.decimals;
  const known = (minor: number) => (Number.isNaN(minor) ? null : minor / money);
  const order = ledger.parties.map((_, party) => party);
  const through = (party: number) => Math.max(parties.inflow[party], parties.outflow[party]);
  order.sort((a, b) => parties.inLoop[b] - parties.inLoop[a] || through(b) - through(a) || a - b);
  return order.map((party): PartyReport => {
    const received = parties.customers.received[party];
    const largest = parties.customers.largestArc[party];
    const funded = parties.funded[party];
    const stated = parties.stated[party];
    const uncleared = parties.uncleared[party];
    return {
      party: ledger.parties[party],
      inflow: parties.inflow[party] / money,
      outflow: parties.outflow[party] / money,
      roundTrip: known(parties.roundTrip[party]),
      fundedRoundTrip: ledger.hasKinds ? known(funded) : null,
      uncleared: known(uncleared),
      fundedShare: ledger.hasKinds && !Number.isNaN(funded) ? fundedShare(funded, received) : null,
      concentration: Number.isNaN(parties.customers.index[party]) ? null : parties.customers.index[party],
      largestCustomer:
        largest < 0
          ? null
          : {
              party: ledger.parties[graph.tail[largest]],
              share: parties.customers.largestSpend[party] / received,
            },
      customers: tenPercentCustomers(
        graph,
        parties.spend,
        into.arcs.subarray(into.start[party], into.start[party + 1]),
        received,
      ).map((arc) => ({ party: ledger.parties[graph.tail[arc]], share: parties.spend[arc] / received })),
      externalDemand:
        parties.outside.known[party] === 1
          ? externalDemand(parties.outside.income[party], parties.promised[party])
          : null,
      organicRevenue:
        stated === null || Number.isNaN(uncleared) ? null : Math.max(0, stated.revenue - uncleared / money),
      revenue: stated === null ? null : stated.revenue,
      revenuePeriod: stated === null ? null : stated.period,
      outsideIncome: parties.outside.known[party] === 1 ? parties.outside.income[party] / money : null,
      promised: parties.promised[party] / money,
      inLoop: parties.inLoop[party] === 1,
    };
  });
}
