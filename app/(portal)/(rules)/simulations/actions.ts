'use server'
import { action } from '@/lib/action/action'
import * as simulations from '@/lib/data/rules/simulations'
import { simulationSchema } from '@/lib/schemas/rules'

export const saveSimulation = action('simulation.save', simulationSchema, async (viewer, input, arrival) => {
  const { id } = await simulations.saveSimulation(viewer, input, arrival)
  return { message: '已保存。', to: `/simulations/${id}` }
})
