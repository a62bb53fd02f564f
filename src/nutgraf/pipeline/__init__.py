"""The newsroom's day."""

from nutgraf.pipeline.day import Progress as Progress
from nutgraf.pipeline.day import ReadReport as ReadReport
from nutgraf.pipeline.day import no_progress as no_progress
from nutgraf.pipeline.day import read_pages as read_pages
from nutgraf.pipeline.day import renew_records as renew_records
