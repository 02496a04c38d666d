import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags, type OpenAPIObject } from '@nestjs/swagger';
import { Open } from '../requests/bearer.guard.js';
import { Description } from './description.js';

/** The description of this API, for tools. */
@Open()
@ApiTags('description')
@Controller('openapi.json')
export class OpenapiController {
  constructor(@Inject(Description) private readonly description: Description) {}

  /** OpenAPI 3.1. */
  @Get()
  @ApiOperation({ summary: 'Read this description', security: [] })
  @ApiResponse({ status: 200, description: 'As asked.', schema: { type: 'object' } })
  read(): OpenAPIObject {
    return this.description.read();
  }
}
