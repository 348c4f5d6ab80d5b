import { Controller, Get } from '@nestjs/common'

@Controller()
export class AppController {
  @Get()
  home(): string {
    return 'Slipway sample'
  }

  @Get('health')
  health(): { ok: boolean } {
    return { ok: true }
  }
}
